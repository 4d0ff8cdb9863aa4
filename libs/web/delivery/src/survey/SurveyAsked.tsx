import type { SurveyAnswer, SurveyQuestion } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden } from '@lms/web-ui';
import { useId } from 'react';
import styles from './Survey.module.css';
import { SurveyAnswerField } from './SurveyAnswerField.js';
import { surveyTexts } from './texts.js';

interface Props {
  question: SurveyQuestion;
  place: number;
  count: number;
  answer: SurveyAnswer | null;
  /** What keeps it from being sent, as a sentence. */
  fault: string | null;
  onAnswer: (answer: SurveyAnswer | null) => void;
}

/** One question and where it is answered. What was chosen can be cleared, where nothing has to be. */
export function SurveyAsked({ question, place, count, answer, fault, onAnswer }: Props) {
  const { t } = useTexts(surveyTexts);
  const id = useId();
  const { body, required, text } = question;
  const chosen = answer !== null && !('text' in answer);
  const hints = [...(required ? [] : [t('optional')]), ...(body.type === 'multiple' ? [t('several')] : [])];
  return (
    <div className={styles.asked} data-fault={fault ? true : undefined}>
      <h3 id={id}>
        <span className={styles.place}>{t('place', { place, count })}</span>
        {text}
      </h3>
      {hints.length > 0 && <p className={styles.hint}>{hints.join('. ')}.</p>}
      <SurveyAnswerField
        question={question}
        answer={answer}
        labelledBy={fault ? `${id} ${id}-fault` : id}
        invalid={fault !== null}
        onAnswer={onAnswer}
      />
      {fault && (
        <p id={`${id}-fault`} className={styles.fault}>
          {fault}
        </p>
      )}
      {chosen && !required && (
        <Button size="small" variant="quiet" className={styles.clear} onClick={() => onAnswer(null)}>
          {t('clear')}
          <Hidden>{t('clearOne', { place })}</Hidden>
        </Button>
      )}
    </div>
  );
}
