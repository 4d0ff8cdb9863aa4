import type { SurveyAnswer, SurveyQuestion } from '@lms/contracts';
import { SHORT_ANSWER } from '@lms/domain';
import styles from './Survey.module.css';
import { SurveyChoices } from './SurveyChoices.js';
import { SurveyScale } from './SurveyScale.js';

const LONG_ANSWER = 4000;

interface Props {
  question: SurveyQuestion;
  answer: SurveyAnswer | null;
  labelledBy: string;
  invalid: boolean;
  onAnswer: (answer: SurveyAnswer | null) => void;
}

/** Where a question is answered, by its kind. An answer of another kind counts as none. */
export function SurveyAnswerField({ question: { body }, answer, labelledBy, invalid, onAnswer }: Props) {
  const written = {
    'aria-labelledby': labelledBy,
    'aria-invalid': invalid || undefined,
    autoComplete: 'off',
    value: answer && 'text' in answer ? answer.text : '',
    onChange: ({ target }: { target: { value: string } }) =>
      onAnswer(target.value === '' ? null : { text: target.value }),
  };
  switch (body.type) {
    case 'single':
    case 'multiple':
      return <SurveyChoices body={body} answer={answer} labelledBy={labelledBy} onAnswer={onAnswer} />;
    case 'scale':
      return <SurveyScale body={body} answer={answer} labelledBy={labelledBy} onAnswer={onAnswer} />;
    case 'short-text':
      return <input type="text" className={styles.line} maxLength={SHORT_ANSWER} {...written} />;
    case 'long-text':
      return <textarea rows={4} className={styles.area} maxLength={LONG_ANSWER} {...written} />;
  }
}
