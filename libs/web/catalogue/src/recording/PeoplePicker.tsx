import type { PersonItem } from '@lms/contracts';
import { useMe, useTexts } from '@lms/web-platform';
import { Button, Hidden, Row, Rows } from '@lms/web-ui';
import { useId } from 'react';
import { peopleSearchQuery } from '../api/people-search.js';
import { SearchPicker, type Choice } from '../fields/SearchPicker.js';
import { recordingTexts } from '../texts/recording.js';
import styles from './PeoplePicker.module.css';

export interface ChosenPerson {
  id: string;
  name: string;
  detail: string;
}

interface Props {
  people: readonly ChosenPerson[];
  error?: string | null;
  onChange: (people: readonly ChosenPerson[]) => void;
}

/** Many people, found one after the other, listed below the search. */
export function PeoplePicker({ people, error, onChange }: Props) {
  const { t } = useTexts(recordingTexts);
  const me = useMe();
  const heading = useId();
  const detailOf = (person: PersonItem) => [person.jobRole, person.organisationName].filter(Boolean).join(', ');
  const choiceOf = (person: PersonItem): Choice => {
    const here = people.some(({ id }) => id === person.id);
    const self = person.id === me.personId;
    return {
      label: person.name,
      detail: self ? t('self') : here ? t('added') : detailOf(person),
      disabled: here || self,
    };
  };
  const add = (person: PersonItem) =>
    onChange([...people, { id: person.id, name: person.name, detail: detailOf(person) }]);
  return (
    <div className={styles.picker}>
      <SearchPicker label={t('find')} error={error} search={peopleSearchQuery} choiceOf={choiceOf} onChoose={add} />
      {people.length > 0 && (
        <div>
          <h2 id={heading} className={styles.heading} aria-live="polite">
            {t('chosen', { count: people.length })}
          </h2>
          <Rows labelledBy={heading}>
            {people.map((person) => (
              <Row
                key={person.id}
                title={person.name}
                detail={person.detail}
                action={
                  <Button
                    size="small"
                    variant="quiet"
                    onClick={() => onChange(people.filter(({ id }) => id !== person.id))}
                  >
                    {t('remove')}
                    <Hidden>{t('named', { name: person.name })}</Hidden>
                  </Button>
                }
              />
            ))}
          </Rows>
        </div>
      )}
    </div>
  );
}
