import { Radio } from '@mantine/core';
import type { QuizFeedback } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useId } from 'react';
import fields from '../../fields/fields.module.css';
import { quizPanelTexts } from './quiz-texts.js';
import styles from './quiz-panel.module.css';

const options = ['outcome', 'score', 'marks', 'answers'] as const satisfies QuizFeedback[];

/** How much learners are told after handing in, each with what it is good for. */
export function QuizFeedbackField({
  value,
  onChange,
}: {
  value: QuizFeedback;
  onChange: (feedback: QuizFeedback) => void;
}) {
  const { t } = useTexts(quizPanelTexts);
  const name = useId();
  return (
    <fieldset className={styles.feedback}>
      <legend>{t('feedback')}</legend>
      {options.map((option) => (
        <Radio
          key={option}
          name={name}
          value={option}
          checked={option === value}
          label={t(option)}
          description={t(`${option}Hint`)}
          classNames={{ radio: fields.box, label: fields.checkLabel, description: fields.hint }}
          onChange={() => onChange(option)}
        />
      ))}
    </fieldset>
  );
}
