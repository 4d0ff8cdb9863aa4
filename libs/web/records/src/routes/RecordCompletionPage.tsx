import { formatDay, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { choosableCoursesQuery } from '../api/corrections.js';
import { recordQuery } from '../api/record.js';
import { CompletionForm } from '../components/CompletionForm.js';
import { Loading } from '../components/Loading.js';
import { recordsTexts } from '../texts.js';

/** The People Team records a completion by hand, or in the place of one that is wrong. */
export function RecordCompletionPage() {
  const { t } = useTexts(recordsTexts);
  const { personId = '' } = useParams();
  const [search] = useSearchParams();
  const { data: record } = useQuery(recordQuery(personId));
  const { data: courses } = useQuery(choosableCoursesQuery());
  const wrong = record?.completions.find(
    ({ chainId, seq, revoked }) => !revoked && chainId === personId && String(seq) === search.get('replaces'),
  );
  const title = t(wrong ? 'record.titleReplace' : 'record.title');
  usePageTitle(title);
  if (!record || !courses) return <Loading />;
  return (
    <Page width="reading">
      <PageHeader
        title={title}
        lead={
          wrong
            ? t('record.leadReplace', { title: wrong.title, day: formatDay(wrong.completedOn), name: record.name })
            : t('record.lead', { name: record.name })
        }
        above={<Link to={paths.personRecord(personId)}>{t('takeBack.back', { name: record.name })}</Link>}
      />
      <CompletionForm personId={personId} today={record.today} courses={courses.items} wrong={wrong} />
    </Page>
  );
}
