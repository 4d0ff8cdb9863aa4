import type { QuizRun } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import { quizTexts } from '../texts.js';
import { FeedbackItem } from './FeedbackItem.js';
import type { Marked } from './marked.js';
import styles from './Result.module.css';

/** What to look at again first; what was right is folded away. */
export function FeedbackList({ run, result }: { run: QuizRun; result: NonNullable<QuizRun['result']> }) {
  const { t } = useTexts(quizTexts);
  if (!result.feedback)
    return <p className={styles.silent}>{t(result.score === null ? 'result.outcomeOnly' : 'result.scoreOnly')}</p>;
  const byId = new Map(result.feedback.map((feedback) => [feedback.questionId, feedback]));
  const marked = run.questions.flatMap((question, index): Marked[] => {
    const feedback = byId.get(question.id);
    return feedback ? [{ question, place: index + 1, feedback }] : [];
  });
  const wrong = marked.filter(({ feedback }) => !feedback.right);
  const right = marked.filter(({ feedback }) => feedback.right);
  const items = (list: readonly Marked[]) => (
    <ol className={styles.items}>
      {list.map((item) => (
        <FeedbackItem key={item.question.id} {...item} />
      ))}
    </ol>
  );
  return (
    <>
      {wrong.length > 0 && (
        <Section title={t('result.wrong')} aside={t('result.wrongAside', { count: wrong.length })}>
          {items(wrong)}
        </Section>
      )}
      {right.length > 0 && (
        <Section title={t('result.right')}>
          <details className={styles.fold} open={wrong.length === 0}>
            <summary>{t('result.rightSummary', { count: right.length })}</summary>
            {items(right)}
          </details>
        </Section>
      )}
    </>
  );
}
