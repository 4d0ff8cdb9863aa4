import { useId } from 'react';
import { Icon } from '../icons/Icon.js';
import type { AnswerProps, AskedBody, GivenAnswer } from './asked.js';
import styles from './Answer.module.css';

type Props = AnswerProps<Extract<AskedBody, { type: 'matching' }>, Extract<GivenAnswer, { type: 'matching' }>>;

/**
 * What belongs together: each left side has the device's own list of right ones. The text that was chosen stands over
 * the list, so that a long one breaks into lines instead of being cut off.
 */
export function AnswerMatching({ body, answer, labelledBy, texts, onAnswer }: Props) {
  const id = useId();
  const pairs = answer?.pairs ?? {};
  const choose = (left: string, right: string) => {
    const next = Object.fromEntries(Object.entries({ ...pairs, [left]: right }).filter(([, value]) => value !== ''));
    onAnswer(Object.keys(next).length ? { type: 'matching', pairs: next } : null);
  };
  const chosen = Object.values(pairs);
  const twice = body.rights.find((right) => chosen.filter((each) => each === right.id).length > 1);
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <ul className={styles.pairs}>
        {body.lefts.map((left) => {
          const right = body.rights.find((each) => each.id === pairs[left.id]);
          return (
            <li key={left.id} className={styles.pair}>
              <label htmlFor={`${id}-${left.id}`}>{left.text}</label>
              <span className={styles.pick} data-chosen={right ? true : undefined}>
                <span aria-hidden>{right?.text ?? texts.choose}</span>
                <Icon name="down" size={18} />
                <select
                  id={`${id}-${left.id}`}
                  aria-label={texts.matchOf(left.text)}
                  value={right?.id ?? ''}
                  onChange={(event) => choose(left.id, event.target.value)}
                >
                  <option value="">{texts.choose}</option>
                  {body.rights.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.text}
                    </option>
                  ))}
                </select>
              </span>
            </li>
          );
        })}
      </ul>
      <p className={styles.note} role="status">
        {twice && texts.chosenTwice(twice.text)}
      </p>
    </div>
  );
}
