import { useId } from 'react';
import type { AnswerProps, AskedBody, GivenAnswer } from './asked.js';
import styles from './Answer.module.css';

type Props = AnswerProps<Extract<AskedBody, { type: 'true-false' }>, Extract<GivenAnswer, { type: 'true-false' }>>;

/** True or false, side by side. */
export function AnswerTrueFalse({ answer, labelledBy, texts, onAnswer }: Props) {
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className={styles.choices} data-pair>
      {[true, false].map((value) => (
        <label key={String(value)} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={answer?.value === value}
            onChange={() => onAnswer({ type: 'true-false', value })}
          />
          <span>{value ? texts.right : texts.wrong}</span>
        </label>
      ))}
    </div>
  );
}
