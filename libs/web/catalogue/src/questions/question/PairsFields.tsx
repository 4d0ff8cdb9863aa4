import { useTexts } from '@lms/web-platform';
import { questionTexts } from '../texts.js';
import { Lines, RemoveLine } from './Lines.js';
import { emptyPair, type DraftPair } from './question-draft.js';
import styles from './Lines.module.css';

interface Props {
  pairs: DraftPair[];
  error?: string;
  onChange: (pairs: DraftPair[]) => void;
}

/** What belongs together, a pair a line. */
export function PairsFields({ pairs, error, onChange }: Props) {
  const { t } = useTexts(questionTexts);
  const set = (id: string, change: Partial<DraftPair>) =>
    onChange(pairs.map((pair) => (pair.id === id ? { ...pair, ...change } : pair)));
  return (
    <Lines
      legend={t('body.pairs')}
      hint={t('body.pairsHint')}
      error={error}
      add={t('body.addPair')}
      full={pairs.length >= 12}
      onAdd={() => onChange([...pairs, emptyPair()])}
    >
      <ul>
        {pairs.map(({ id, left, right }, index) => (
          <li key={id} className={styles.pair}>
            <input
              className={styles.input}
              aria-label={t('body.left', { place: index + 1 })}
              placeholder={t('body.left', { place: index + 1 })}
              maxLength={300}
              value={left}
              onChange={(event) => set(id, { left: event.target.value })}
            />
            <input
              className={styles.input}
              aria-label={t('body.rightSide', { place: index + 1 })}
              placeholder={t('body.rightSide', { place: index + 1 })}
              maxLength={300}
              value={right}
              onChange={(event) => set(id, { right: event.target.value })}
            />
            {pairs.length > 2 && (
              <RemoveLine
                name={left || t('body.left', { place: index + 1 })}
                onRemove={() => onChange(pairs.filter((pair) => pair.id !== id))}
              />
            )}
          </li>
        ))}
      </ul>
    </Lines>
  );
}
