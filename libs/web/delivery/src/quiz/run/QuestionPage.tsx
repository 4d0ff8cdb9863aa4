import type { AskedQuestion, QuizAnswer } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Icon, Plate, QuestionAnswer } from '@lms/web-ui';
import { useId, type FormEvent, type RefObject } from 'react';
import { answerTexts } from '../answer-texts.js';
import { quizTexts } from '../texts.js';
import type { RunPlace } from './place.js';
import styles from './Run.module.css';

const hints = {
  single: 'run.hint.single',
  multiple: 'run.hint.multiple',
  'true-false': 'run.hint.trueFalse',
  matching: 'run.hint.matching',
  ordering: 'run.hint.ordering',
  numeric: 'run.hint.numeric',
  'short-text': 'run.hint.shortText',
} as const;

interface Props {
  heading: RefObject<HTMLHeadingElement | null>;
  question: AskedQuestion;
  index: number;
  count: number;
  answer: QuizAnswer | null;
  flagged: boolean;
  onAnswer: (answer: QuizAnswer | null) => void;
  onFlag: (on: boolean) => void;
  onGo: (place: RunPlace) => void;
}

/** One question, its answer, and the way on. Enter goes on as the button does. */
export function QuestionPage({ heading, question, index, count, answer, flagged, onAnswer, onFlag, onGo }: Props) {
  const { t } = useTexts(quizTexts);
  const id = useId();
  const last = index === count - 1;
  const onward = (event: FormEvent) => {
    event.preventDefault();
    onGo(last ? 'review' : index + 1);
  };
  return (
    <form className={styles.question} onSubmit={onward}>
      <div className={styles.ask}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          <span className={styles.number}>{t('run.place', { place: index + 1, count })}</span>
          {question.text}
        </h2>
        {question.safetyCritical && (
          <p className={styles.critical}>
            <Plate look="danger">{t('run.critical')}</Plate>
            {t('run.criticalHint')}
          </p>
        )}
        <p className={styles.hint}>{t(hints[question.body.type])}</p>
      </div>
      <QuestionAnswer body={question.body} answer={answer} labelledBy={id} texts={answerTexts} onAnswer={onAnswer} />
      <div className={styles.steps}>
        {index > 0 && (
          <Button onClick={() => onGo(index - 1)}>
            <Icon name="back" size={18} />
            {t('run.back')}
          </Button>
        )}
        <Button variant="quiet" className={styles.flag} aria-pressed={flagged} onClick={() => onFlag(!flagged)}>
          <Icon name="flag" size={18} />
          {t(flagged ? 'run.flagged' : 'run.flag')}
        </Button>
        <Button type="submit" variant="main" className={styles.onward}>
          {t(last ? 'run.toReview' : 'run.next')}
        </Button>
      </div>
    </form>
  );
}
