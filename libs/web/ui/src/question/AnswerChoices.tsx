import { useId } from 'react';
import type { AnswerProps, AskedBody, GivenAnswer } from './asked.js';
import styles from './Answer.module.css';

type Props = AnswerProps<
  Extract<AskedBody, { choices: unknown }>,
  Extract<GivenAnswer, { type: 'single' | 'multiple' }>
>;

/** One of several, or all that are right: each a row as large as a thumb. */
export function AnswerChoices({ body, answer, labelledBy, onAnswer }: Props) {
  const name = useId();
  const one = body.type === 'single';
  const chosen = answer === null ? [] : answer.type === 'single' ? [answer.choiceId] : answer.choiceIds;
  const choose = (id: string, on: boolean) => {
    if (one) return onAnswer({ type: 'single', choiceId: id });
    const ids = body.choices.map((choice) => choice.id).filter((each) => (each === id ? on : chosen.includes(each)));
    onAnswer(ids.length ? { type: 'multiple', choiceIds: ids } : null);
  };
  return (
    <div role={one ? 'radiogroup' : 'group'} aria-labelledby={labelledBy} className={styles.choices}>
      {body.choices.map((choice) => (
        <label key={choice.id} className={styles.choice}>
          <input
            type={one ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(choice.id)}
            onChange={(event) => choose(choice.id, event.target.checked)}
          />
          <span>{choice.text}</span>
        </label>
      ))}
    </div>
  );
}
