import { useTexts } from '@lms/web-platform';
import { questionTexts } from '../texts.js';
import { Lines, RemoveLine } from './Lines.js';
import { emptyItem, type DraftItem } from './question-draft.js';
import styles from './Lines.module.css';

interface Props {
  accepted: DraftItem[];
  error?: string;
  onChange: (accepted: DraftItem[]) => void;
}

/** Every wording that counts as right. */
export function AcceptedFields({ accepted, error, onChange }: Props) {
  const { t } = useTexts(questionTexts);
  return (
    <Lines
      legend={t('body.accepted')}
      hint={t('body.acceptedHint')}
      error={error}
      add={t('body.addAccepted')}
      full={accepted.length >= 20}
      onAdd={() => onChange([...accepted, emptyItem()])}
    >
      <ul>
        {accepted.map(({ id, text }, index) => (
          <li key={id} className={styles.pair} data-single>
            <input
              className={styles.input}
              aria-label={t('body.acceptedOne', { place: index + 1 })}
              maxLength={200}
              value={text}
              onChange={(event) =>
                onChange(accepted.map((each) => (each.id === id ? { ...each, text: event.target.value } : each)))
              }
            />
            {accepted.length > 1 && (
              <RemoveLine
                name={text || t('body.acceptedOne', { place: index + 1 })}
                onRemove={() => onChange(accepted.filter((each) => each.id !== id))}
              />
            )}
          </li>
        ))}
      </ul>
    </Lines>
  );
}
