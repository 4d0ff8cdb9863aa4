import type { NamedAssessors, PersonItem, PracticalSettings } from '@lms/contracts';
import { api, can, useMe, useTexts } from '@lms/web-platform';
import { Button, Hidden, Notice, Row, Rows } from '@lms/web-ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleSearchQuery } from '../../api/people-search.js';
import { CheckField } from '../../fields/CheckField.js';
import { SearchPicker, type Choice } from '../../fields/SearchPicker.js';
import { nobodySigns } from './practical-draft.js';
import { practicalTexts } from './practical-texts.js';
import styles from './PracticalPanel.module.css';

type Assessors = PracticalSettings['assessors'];

const namedQuery = (activityId: string) =>
  queryOptions({
    queryKey: ['activity-assessors', activityId],
    queryFn: ({ signal }) => api.get<NamedAssessors>(`/activities/${activityId}/assessors`, { signal }),
    throwOnError: false,
  });

interface Props {
  activityId: string;
  assessors: Assessors;
  onSave: (assessors: Assessors) => void;
}

/** Who may sign: by what they are for the learner, or by name. */
export function PracticalSigners({ activityId, assessors, onSave }: Props) {
  const { t } = useTexts(practicalTexts);
  const me = useMe();
  const { data } = useQuery(namedQuery(activityId));
  // Names of people who were added just now; the others come from the API.
  const [added, setAdded] = useState<ReadonlyMap<string, string>>(new Map());
  const [shown, setShown] = useState(assessors);
  const change = (part: Partial<Assessors>) => {
    const next = { ...shown, ...part };
    setShown(next);
    onSave(next);
  };
  const nameOf = (id: string) => added.get(id) ?? data?.items.find((person) => person.id === id)?.name;
  const choiceOf = (person: PersonItem): Choice => {
    const here = shown.personIds.includes(person.id);
    const detail = [person.jobRole, person.organisationName].filter(Boolean).join(', ');
    return { label: person.name, detail: here ? t('added') : detail, disabled: here };
  };
  const add = (person: PersonItem) => {
    setAdded(new Map(added).set(person.id, person.name));
    change({ personIds: [...shown.personIds, person.id] });
  };
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{t('signers')}</legend>
      <p className={styles.note}>{t('signersHint')}</p>
      <CheckField label={t('trainers')} checked={shown.trainers} onChange={(trainers) => change({ trainers })} />
      <CheckField
        label={t('lineManagers')}
        checked={shown.lineManagers}
        onChange={(lineManagers) => change({ lineManagers })}
      />
      {shown.personIds.length > 0 && (
        <Rows label={t('people')}>
          {shown.personIds.map((id) => (
            <Row
              key={id}
              title={nameOf(id) ?? '…'}
              action={
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => change({ personIds: shown.personIds.filter((other) => other !== id) })}
                >
                  {t('remove')}
                  <Hidden>{t('named', { name: nameOf(id) ?? '' })}</Hidden>
                </Button>
              }
            />
          ))}
        </Rows>
      )}
      {can(me, 'people.read') ? (
        <SearchPicker label={t('find')} search={peopleSearchQuery} choiceOf={choiceOf} onChoose={add} />
      ) : (
        <p className={styles.note}>{t('findDenied')}</p>
      )}
      {nobodySigns(shown) && <Notice tone="danger">{t('nobody')}</Notice>}
    </fieldset>
  );
}
