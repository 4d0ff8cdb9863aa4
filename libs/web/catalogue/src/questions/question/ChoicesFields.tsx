import { useTexts } from '@lms/web-platform';
import { Hidden } from '@lms/web-ui';
import { useId } from 'react';
import { questionTexts } from '../texts.js';
import { Lines, RemoveLine } from './Lines.js';
import { emptyChoice, type DraftChoice } from './question-draft.js';
import styles from './Lines.module.css';

interface Props {
  one: boolean;
  choices: DraftChoice[];
  error?: string;
  onChange: (choices: DraftChoice[]) => void;
}

/** The answers to choose from, and which of them are right. */
export function ChoicesFields({ one, choices, error, onChange }: Props) {
  const { t } = useTexts(questionTexts);
  const name = useId();
  const set = (id: string, change: Partial<DraftChoice>) =>
    onChange(choices.map((choice) => (choice.id === id ? { ...choice, ...change } : choice)));
  const mark = (id: string, right: boolean) =>
    one ? onChange(choices.map((choice) => ({ ...choice, right: choice.id === id }))) : set(id, { right });
  return (
    <Lines
      legend={t('body.choices')}
      hint={t(one ? 'body.markOne' : 'body.markAll')}
      error={error}
      add={t('body.addChoice')}
      full={choices.length >= 12}
      onAdd={() => onChange([...choices, emptyChoice()])}
    >
      <ul>
        {choices.map(({ id, text, right }, index) => (
          <li key={id} className={styles.line} data-right={right || undefined}>
            <label className={styles.mark} title={t('body.right')}>
              <input
                type={one ? 'radio' : 'checkbox'}
                name={name}
                checked={right}
                onChange={(event) => mark(id, event.target.checked)}
              />
              <Hidden>{t('body.choiceRight', { place: index + 1 })}</Hidden>
            </label>
            <input
              className={styles.input}
              aria-label={t('body.choice', { place: index + 1 })}
              maxLength={500}
              value={text}
              onChange={(event) => set(id, { text: event.target.value })}
            />
            {choices.length > 2 && (
              <RemoveLine
                name={text || t('body.choice', { place: index + 1 })}
                onRemove={() => onChange(choices.filter((choice) => choice.id !== id))}
              />
            )}
          </li>
        ))}
      </ul>
    </Lines>
  );
}
