import type { QuizStatus } from '@lms/contracts';
import { problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Notice } from '@lms/web-ui';
import { quizTexts } from '../texts.js';
import { momentText } from './moment-words.js';
import styles from './Start.module.css';
import { useReached } from './use-reached.js';
import { useStart } from './use-start.js';

interface Props {
  status: QuizStatus;
  onStarted: () => void;
}

/** The way into a try; or why there is none now, and when there is. Nothing once the quiz is passed. */
export function StartButton({ status, onStarted }: Props) {
  const { t } = useTexts(quizTexts);
  const { today } = useMe();
  const start = useStart(status.attemptId, onStarted);
  const open = useReached(status.nextFrom, status.serverNow);
  if (status.passed) return null;
  if (status.triesLeft === 0) return <p className={styles.blocked}>{t('start.noneLeft')}</p>;
  if (!open && status.nextFrom)
    return <p className={styles.blocked}>{t('start.waits', { moment: momentText(status.nextFrom, today) })}</p>;
  return (
    <>
      {start.error && <Notice tone="danger">{problemText(start.error)}</Notice>}
      <Button variant="here" size="large" busy={start.isPending} onClick={() => start.mutate()}>
        {t(status.runs.length > 0 ? 'start.goAgain' : 'start.go')}
      </Button>
    </>
  );
}
