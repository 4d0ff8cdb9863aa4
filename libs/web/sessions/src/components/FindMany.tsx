import { useTexts } from '@lms/web-platform';
import { Button, Hidden, IconButton, Row, Rows, SearchField } from '@lms/web-ui';
import { useState } from 'react';
import { finderTexts } from '../texts/finder.js';
import styles from './finder.module.css';
import type { Named } from './plan-values.js';

interface Props {
  label: string;
  searchLabel: string;
  hint?: string;
  error?: string | null;
  chosen: readonly Named[];
  /** What a search finds: a hook, always the same one. */
  useFound: (q: string) => readonly Named[] | undefined;
  onChange: (chosen: Named[]) => void;
}

/** Some of many, found by name; the chosen ones stand above the search. */
export function FindMany({ label, searchLabel, hint, error, chosen, useFound, onChange }: Props) {
  const { t } = useTexts(finderTexts);
  const [q, setQ] = useState('');
  const found = useFound(q);
  const others = found?.filter(({ id }) => chosen.every((each) => each.id !== id));
  return (
    <fieldset className={styles.many}>
      <legend>{label}</legend>
      {hint && <p>{hint}</p>}
      {chosen.length > 0 && (
        <ul className={styles.chosen} aria-label={label}>
          {chosen.map(({ id, name }) => (
            <li key={id}>
              {name}
              <IconButton
                icon="close"
                label={`${t('remove')} ${name}`}
                onClick={() => onChange(chosen.filter((each) => each.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      <SearchField label={searchLabel} value={q} onSearch={setQ} />
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <div aria-live="polite">{q !== '' && others?.length === 0 && <p>{t('nothing')}</p>}</div>
      {q !== '' && others && others.length > 0 && (
        <Rows label={t('found')}>
          {others.map((each) => (
            <Row
              key={each.id}
              title={each.name}
              action={
                <Button
                  size="small"
                  onClick={() => {
                    setQ('');
                    onChange([...chosen, each]);
                  }}
                >
                  {t('add')}
                  <Hidden> {each.name}</Hidden>
                </Button>
              }
            />
          ))}
        </Rows>
      )}
    </fieldset>
  );
}
