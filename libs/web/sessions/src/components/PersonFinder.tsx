import type { PersonItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Row, Rows, SearchField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleQuery } from '../api/people.js';
import { finderTexts } from '../texts/finder.js';
import styles from './finder.module.css';

interface Props {
  /** Who is there already. */
  here: ReadonlySet<string>;
  hereText: string;
  busy?: boolean;
  onChoose: (person: PersonItem) => void;
}

/** Finds people by name, one after the other. */
export function PersonFinder({ here, hereText, busy, onChoose }: Props) {
  const { t } = useTexts(finderTexts);
  const [q, setQ] = useState('');
  const { data } = useQuery(peopleQuery(q));
  const people = q.length > 1 ? data?.items : undefined;
  return (
    <div className={styles.finder}>
      <SearchField label={t('person')} value={q} onSearch={setQ} />
      <div aria-live="polite">{people?.length === 0 && <p>{t('nobody')}</p>}</div>
      {people && people.length > 0 && (
        <Rows label={t('found')}>
          {people.map((person) => (
            <Row
              key={person.id}
              title={person.name}
              detail={[person.jobRole, person.organisationName].filter(Boolean).join(', ')}
              action={
                here.has(person.id) ? (
                  hereText
                ) : (
                  <Button size="small" busy={busy} onClick={() => onChoose(person)}>
                    {t('add')}
                    <Hidden> {person.name}</Hidden>
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      )}
    </div>
  );
}
