import type { FoundPeople } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Row, Rows, SearchField } from '@lms/web-ui';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { assessTexts } from '../texts.js';
import styles from './PersonFinder.module.css';

type Person = FoundPeople['items'][number];

interface Props<Key extends readonly unknown[]> {
  search: (q: string) => UseQueryOptions<FoundPeople, Error, FoundPeople, Key>;
  nobody: string;
  chooseText: string;
  onChoose: (person: Person) => void;
}

/** Finds one person by name; nothing is asked before something is typed. */
export function PersonFinder<Key extends readonly unknown[]>({ search, nobody, chooseText, onChoose }: Props<Key>) {
  const { t } = useTexts(assessTexts);
  const [q, setQ] = useState('');
  const { data } = useQuery({ ...search(q), enabled: q !== '' });
  const people = q === '' ? null : data?.items;
  return (
    <div className={styles.finder}>
      <SearchField label={t('list.person')} value={q} onSearch={setQ} />
      <div aria-live="polite">{people?.length === 0 && <p className={styles.none}>{nobody}</p>}</div>
      {people && people.length > 0 && (
        <Rows label={t('list.person')}>
          {people.map((person) => (
            <Row
              key={person.id}
              title={person.name}
              detail={[person.jobRole, person.organisationName].filter(Boolean).join(', ')}
              action={
                <Button onClick={() => onChoose(person)}>
                  {chooseText}
                  <Hidden>{t('named', { name: person.name })}</Hidden>
                </Button>
              }
            />
          ))}
        </Rows>
      )}
    </div>
  );
}
