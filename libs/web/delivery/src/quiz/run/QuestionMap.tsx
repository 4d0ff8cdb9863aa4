import type { AskedQuestion, QuizAnswer } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Hidden, Icon } from '@lms/web-ui';
import { isAnswered } from '../answer-in-words.js';
import { quizTexts } from '../texts.js';
import styles from './QuestionMap.module.css';

interface Props {
  questions: readonly AskedQuestion[];
  answers: Readonly<Record<string, QuizAnswer | null>>;
  flagged: readonly string[];
  /** The index of the one that is shown; null on the page that looks over all of them. */
  here: number | null;
  onGo: (index: number) => void;
}

/** More than this are folded away, so that the question itself stays in sight. */
const mostShown = 12;

/** Every question as a marker post: filled when answered, with a corner when flagged, yellow where you are. */
export function QuestionMap({ questions, answers, flagged, here, onGo }: Props) {
  const { t } = useTexts(quizTexts);
  const answered = questions.filter((question) => isAnswered(question, answers[question.id])).length;
  const map = (
    <ol className={styles.posts}>
      {questions.map((question, index) => {
        const flag = flagged.includes(question.id);
        const done = isAnswered(question, answers[question.id]);
        return (
          <li key={question.id}>
            <button
              type="button"
              className={styles.post}
              data-done={done || undefined}
              aria-current={index === here ? 'step' : undefined}
              onClick={() => onGo(index)}
            >
              <span aria-hidden>{index + 1}</span>
              {flag && (
                <span className={styles.corner}>
                  <Icon name="flag" size={12} strokeWidth={2.6} />
                </span>
              )}
              <Hidden>
                {t(flag ? 'run.stopFlagged' : 'run.stop', {
                  place: index + 1,
                  state: t(done ? 'run.answered' : 'run.open'),
                })}
              </Hidden>
            </button>
          </li>
        );
      })}
    </ol>
  );
  return (
    <nav aria-label={t('run.map')}>
      {questions.length <= mostShown ? (
        map
      ) : (
        <details className={styles.fold}>
          <summary>{t('run.showAll', { answered, count: questions.length })}</summary>
          {map}
        </details>
      )}
    </nav>
  );
}
