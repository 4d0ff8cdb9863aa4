import type { FoundPeople } from '@lms/contracts';
import { formatDay, problemText, useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, Hidden, Notice, Row, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { learnersQuery, practicalChoicesQuery } from '../api/assessments.js';
import { assessTexts } from '../texts.js';
import { PersonFinder } from './PersonFinder.js';
import { useBegin } from './use-begin.js';

type Person = FoundPeople['items'][number];

/** On site nobody asks first: find the person, choose what they show. */
export function StartUnasked() {
  const { t } = useTexts(assessTexts);
  const [person, setPerson] = useState<Person | null>(null);
  return (
    <Section title={t('list.unasked')} aside={t('list.unaskedText')}>
      {person ? (
        <Choices person={person} onOther={() => setPerson(null)} />
      ) : (
        <PersonFinder
          search={learnersQuery}
          nobody={t('list.nobody')}
          chooseText={t('send.select')}
          onChoose={setPerson}
        />
      )}
    </Section>
  );
}

function Choices({ person, onOther }: { person: Person; onOther: () => void }) {
  const { t } = useTexts(assessTexts);
  const { data, error } = useQuery(practicalChoicesQuery(person.id));
  const begin = useBegin();
  return (
    <>
      <h3>{t('list.choose', { name: person.name })}</h3>
      {error && <Notice tone="danger">{problemText(error)}</Notice>}
      {begin.error && <Notice tone="danger">{problemText(begin.error)}</Notice>}
      {data?.items.length === 0 && <Empty title={t('list.nothing', { name: person.name })} />}
      <Rows label={t('list.choose', { name: person.name })}>
        {data?.items.map((item) => (
          <Row
            key={item.activityId}
            title={item.courseTitle}
            detail={
              item.doneOn
                ? t('list.doneOn', { day: formatDay(item.doneOn) })
                : t(item.required ? 'list.required' : 'list.notRequired')
            }
            action={
              !item.doneOn && (
                <Button
                  busy={begin.isPending}
                  onClick={() => begin.mutate({ personId: person.id, activityId: item.activityId })}
                >
                  {t('list.start')}
                  <Hidden>{t('named', { name: item.courseTitle })}</Hidden>
                </Button>
              )
            }
          />
        ))}
      </Rows>
      <FormActions>
        <Button variant="quiet" onClick={onOther}>
          {t('list.another')}
        </Button>
      </FormActions>
    </>
  );
}
