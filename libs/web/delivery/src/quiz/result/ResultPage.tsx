import type { QuizRun, QuizStatus } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { LinkButton } from '@lms/web-ui';
import { useEffect, useRef } from 'react';
import { StartButton } from '../start/StartButton.js';
import { quizTexts } from '../texts.js';
import { FeedbackList } from './FeedbackList.js';
import { Outcome } from './Outcome.js';
import styles from './Result.module.css';

interface Props {
  run: QuizRun;
  status: QuizStatus | undefined;
  /** Handed in just now, so the keyboard and a screen reader go on here. */
  fresh: boolean;
  onStarted: () => void;
}

/** What a try came to, as much as the quiz lets learners see, and the way on. */
export function ResultPage({ run, status, fresh, onStarted }: Props) {
  const { t } = useTexts(quizTexts);
  const page = useRef<HTMLElement>(null);
  const passed = run.result?.passed === true;
  // After passing the way on has the focus; it stands above.
  const focus = fresh && !passed;
  useEffect(() => {
    if (focus) page.current?.focus();
  }, [focus, run.id]);
  if (!run.result) return null;
  return (
    <section ref={page} tabIndex={-1} className={styles.page} aria-label={t('result.label', { number: run.number })}>
      <Outcome run={run} result={run.result} passMark={status?.passMark ?? null} />
      <div className={styles.actions}>
        {status && !passed && <StartButton status={status} onStarted={onStarted} />}
        <LinkButton variant="quiet" to={{ search: '' }} preventScrollReset>
          {t('result.overview')}
        </LinkButton>
      </div>
      <FeedbackList run={run} result={run.result} />
    </section>
  );
}
