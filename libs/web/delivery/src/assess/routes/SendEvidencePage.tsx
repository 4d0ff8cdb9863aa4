import type { FoundPeople } from '@lms/contracts';
import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader } from '@lms/web-ui';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { evidencePeopleQuery } from '../api/evidence.js';
import { EvidenceFor } from '../components/EvidenceFor.js';
import { EvidenceOf } from '../components/EvidenceOf.js';
import { PersonFinder } from '../components/PersonFinder.js';
import { assessTexts } from '../texts.js';

type Person = Pick<FoundPeople['items'][number], 'id' | 'name'>;

/** A coordinator sends a card for one of their people: who, which course, the card. Both live in the address. */
export function SendEvidencePage() {
  const { t } = useTexts(assessTexts);
  const [search, setSearch] = useSearchParams();
  const [person, setPerson] = useState<Person | null>(null);
  const personId = search.get('person');
  const activityId = search.get('activity');
  usePageTitle(t('send.title'));
  const choose = (next: Person) => {
    setPerson(next);
    setSearch({ person: next.id });
  };
  return (
    <Page width="reading">
      <PageHeader
        title={t('send.title')}
        lead={t('send.lead')}
        above={<Link to={`${paths.evidence}?list=sent`}>{t('check.back')}</Link>}
      />
      {!personId ? (
        <PersonFinder
          search={evidencePeopleQuery}
          nobody={t('send.nobody')}
          chooseText={t('send.select')}
          onChoose={choose}
        />
      ) : !activityId ? (
        <EvidenceFor
          personId={personId}
          name={person?.id === personId ? person.name : null}
          onChoose={(activity) => setSearch({ person: personId, activity })}
          onOther={() => setSearch({})}
        />
      ) : (
        <EvidenceOf key={`${personId} ${activityId}`} personId={personId} activityId={activityId} />
      )}
    </Page>
  );
}
