import type { Equivalence, EquivalenceVersion } from '@lms/contracts';
import { can, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader, Plate } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { choosableCoursesQuery } from '../api/corrections.js';
import { Loading } from '../components/Loading.js';
import { AppliedPart } from './AppliedPart.js';
import { equivalenceQuery } from './api.js';
import { DraftPart } from './DraftPart.js';
import { saySource, sayTerms } from './say.js';
import { equivalenceTexts } from './texts.js';

/** What is worked on, else what is in force, else the newest. */
function shownVersion({ versions }: Equivalence, wanted: string | null): EquivalenceVersion | undefined {
  return (
    versions.find(({ id }) => id === wanted) ??
    versions.find(({ state }) => state === 'draft' || state === 'in-review') ??
    versions.find(({ state }) => state === 'active') ??
    versions[0]
  );
}

/** One equivalence: the draft that is worked on, or a version to be read. */
export function EquivalencePage() {
  const { t } = useTexts(equivalenceTexts);
  const me = useMe();
  const { equivalenceId = '' } = useParams();
  const [params] = useSearchParams();
  const { data } = useQuery(equivalenceQuery(equivalenceId));
  const { data: courses } = useQuery(choosableCoursesQuery());
  const title = data && t('say.title', { source: data.source.title, course: data.courseTitle });
  usePageTitle(title ?? t('list.title'));
  const version = data && shownVersion(data, params.get('version'));
  if (!data || !version || !courses || !title) return <Loading />;
  const draft = version.state === 'draft' && can(me, 'record.correct');
  return (
    <Page width="wide">
      <PageHeader
        title={title}
        above={<Link to={paths.equivalences}>{t('form.back')}</Link>}
        lead={
          <>
            {saySource(data.source, t)}. {!draft && sayTerms(version, t)}{' '}
            {t('page.lead', { number: version.number, name: version.createdByName })}{' '}
            {(!draft || data.people > 0) && t('page.counts', { count: data.people })}
          </>
        }
        aside={<Plate look={data.state === 'in-force' ? 'ink' : 'outline'}>{t(`state.${data.state}`)}</Plate>}
      />
      {draft ? (
        <DraftPart key={version.id} equivalence={data} version={version} courses={courses.items} />
      ) : (
        <AppliedPart key={version.id} equivalence={data} version={version} />
      )}
    </Page>
  );
}
