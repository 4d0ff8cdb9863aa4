import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from 'react-router';
import { personQuery } from '../api/person.js';
import { selectedOf } from '../requests/selected-of.js';
import { NewRequestForm } from '../requests/NewRequestForm.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { useAddress } from '../shared/use-address.js';
import { requestTexts } from '../texts/requests.js';

/** Asking people to learn something; the address can name one of them, and a list that led here those who were selected in it. */
export function NewRequestPage() {
  const { t } = useTexts(requestTexts);
  const navigate = useNavigate();
  const { people: selected, course } = selectedOf(useLocation().state);
  const personId = useAddress().read('person');
  const { data: person } = useQuery({ ...personQuery(personId ?? ''), enabled: Boolean(personId) });
  usePageTitle(t('new'));
  if (personId && !person) return <ListSkeleton />;
  return (
    <Page width="reading">
      <PageHeader title={t('new')} lead={t('newLead')} above={<Link to={paths.requests}>{t('title')}</Link>} />
      <NewRequestForm
        people={person ? [{ value: person.id, label: person.name }] : selected}
        course={course}
        onAsked={({ state, people }) => {
          toast(state === 'waiting' ? t('sent') : t('given', { count: people }));
          void navigate(person ? paths.personAssignments(person.id) : `${paths.requests}?show=asked`);
        }}
      />
    </Page>
  );
}
