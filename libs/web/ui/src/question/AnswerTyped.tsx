import { useId } from 'react';
import type { AnswerProps, AskedBody, GivenAnswer } from './asked.js';
import { readsAsNumber } from './reads-as-number.js';
import styles from './Answer.module.css';

type Props = AnswerProps<
  Extract<AskedBody, { type: 'numeric' | 'short-text' }>,
  Extract<GivenAnswer, { type: 'numeric' | 'short-text' }>
>;

/** A number with its unit, or a few words. */
export function AnswerTyped({ body, answer, labelledBy, texts, onAnswer }: Props) {
  const id = useId();
  const numeric = body.type === 'numeric';
  const unit = body.type === 'numeric' ? body.unit : '';
  const value = answer?.value ?? '';
  const wrong = numeric && value !== '' && !readsAsNumber(value, unit);
  const type = (text: string) => onAnswer(text.trim() === '' ? null : { type: body.type, value: text });
  return (
    <div role="group" aria-labelledby={labelledBy} className={styles.typed} data-short={numeric || undefined}>
      <label htmlFor={id}>{numeric ? texts.number : texts.yourAnswer}</label>
      <span className={styles.entry}>
        <input
          id={id}
          type="text"
          inputMode={numeric ? 'decimal' : undefined}
          maxLength={numeric ? 40 : 200}
          autoComplete="off"
          value={value}
          aria-describedby={[unit && `${id}-unit`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined}
          aria-invalid={wrong || undefined}
          onChange={(event) => type(event.target.value)}
        />
        {unit && <span id={`${id}-unit`}>{unit}</span>}
      </span>
      {wrong && (
        <p id={`${id}-wrong`} className={styles.note}>
          {texts.notANumber}
        </p>
      )}
    </div>
  );
}
