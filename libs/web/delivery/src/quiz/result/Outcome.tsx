import type { QuizRun } from '@lms/contracts';
import { formatMoment, useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { quizTexts } from '../texts.js';
import { scoreText } from './score-text.js';
import styles from './Result.module.css';

interface Props {
  run: QuizRun;
  result: NonNullable<QuizRun['result']>;
  passMark: number | null;
}

/** Passed or not yet, in large letters, and why. */
export function Outcome({ run, result, passMark }: Props) {
  const { t } = useTexts(quizTexts);
  return (
    <>
      <div className={styles.outcome} data-passed={result.passed || undefined}>
        <div>
          <h2>{t(result.passed ? 'result.passed' : 'result.failed')}</h2>
          <p>{t('result.handedIn', { number: run.number, moment: formatMoment(result.handedInAt) })}</p>
          {passMark !== null && passMark > 0 && <p>{t('result.mark', { percent: passMark })}</p>}
          {result.outOfTime && <p>{t('result.outOfTime')}</p>}
        </div>
        {result.score !== null && (
          <p className={styles.score}>
            {scoreText(result.score)}
            <span>{'%'}</span>
          </p>
        )}
      </div>
      {result.failedSafety && <Notice tone="danger">{t('result.safety')}</Notice>}
    </>
  );
}
