import { useTexts } from '@lms/web-platform';
import { Hidden, Icon, Plate } from '@lms/web-ui';
import { answerLines, solutionLines } from '../answer-in-words.js';
import { quizTexts } from '../texts.js';
import type { Marked } from './marked.js';
import styles from './Result.module.css';

/** One question after handing in: right or wrong, what was answered, and what the quiz tells of the right answer. */
export function FeedbackItem({ question, place, feedback }: Marked) {
  const { t } = useTexts(quizTexts);
  const yours = answerLines(question, question.answer);
  const solution = solutionLines(question, feedback);
  const facts = [
    { name: t('result.yours'), lines: yours.length ? yours : [t('answer.none')] },
    ...(solution.length > 0 && !feedback.right ? [{ name: t('result.solution'), lines: solution }] : []),
    ...(feedback.explanation ? [{ name: t('result.why'), lines: [feedback.explanation] }] : []),
  ];
  return (
    <li className={styles.item}>
      <span className={styles.mark} data-right={feedback.right || undefined}>
        <Icon name={feedback.right ? 'tick' : 'close'} size={16} strokeWidth={2.6} />
        <Hidden>{t(feedback.right ? 'result.markRight' : 'result.markWrong')}</Hidden>
      </span>
      <div>
        <p className={styles.place}>
          {t('result.question', { place })}
          {question.safetyCritical && <Plate look="danger">{t('run.critical')}</Plate>}
        </p>
        <h3>{question.text}</h3>
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>
                {fact.lines.map((line, index) => (
                  <p key={index}>{line}</p>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}
