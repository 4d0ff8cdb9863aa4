import { paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  FilterLinks,
  FormActions,
  LateExportMenu,
  Page,
  PageHeader,
  SearchField,
  Section,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { pathProgressQuery } from '../api/path-progress.js';
import { ListSkeleton } from '../components/ListSkeleton.js';
import { progressStates, stateOf } from '../components/progress-states.js';
import { ProgressTable } from '../components/ProgressTable.js';
import { progressTexts } from '../texts/progress.js';

/** How the people on a path are doing. State, search, organisation and scheme live in the address. */
export function PathProgressPage() {
  const { t } = useTexts(progressTexts);
  const { pathId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const state = stateOf(search.get('state'));
  const q = search.get('q') ?? '';
  const [organisationId, schemeId] = [search.get('organisationId') ?? undefined, search.get('schemeId') ?? undefined];
  const filter = { state, q: q || undefined, organisationId, schemeId };
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(pathProgressQuery(pathId, filter));
  const first = data?.pages[0];
  const exported = useListExport([{ list: 'path-progress', filters: { ...filter, pathId } }]);
  usePageTitle(first?.title);
  if (!first) return <ListSkeleton />;

  const people = data.pages.flatMap((page) => page.items);
  const all = progressStates.reduce((sum, entry) => sum + first.counts[entry.state], 0);
  const withState = (next: string | null) => {
    const values = new URLSearchParams(search);
    if (next) values.set('state', next);
    else values.delete('state');
    return { search: values.toString() };
  };
  const find = (text: string) =>
    setSearch(
      (values) => {
        if (text) values.set('q', text);
        else values.delete('q');
        return values;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Page width="wide">
      <PageHeader
        title={first.title}
        lead={t('progress.lead', { count: all })}
        above={<Link to={paths.path(pathId)}>{t('progress.back')}</Link>}
        aside={
          <>
            <SearchField label={t('progress.search')} value={q} onSearch={find} />
            {people.length > 0 && <LateExportMenu {...exported} />}
          </>
        }
      />
      <FilterLinks
        label={t('progress.filters')}
        links={[
          { key: 'all', to: withState(null), label: t('progress.all'), count: all, current: !state },
          ...progressStates.map((entry) => ({
            key: entry.state,
            to: withState(entry.state),
            label: t(entry.key),
            count: first.counts[entry.state],
            current: entry.state === state,
          })),
        ]}
      />
      {(organisationId || schemeId) && (
        <p>
          {t('progress.part')} <Link to={{ search: '' }}>{t('progress.whole')}</Link>
        </p>
      )}
      <Section title={t('progress.caption')}>
        {people.length > 0 ? (
          <ProgressTable people={people} />
        ) : all > 0 || q ? (
          <Empty title={t('progress.none')} text={t('progress.noneText')} />
        ) : (
          <Empty title={t('progress.nobody')} text={t('progress.nobodyText')} />
        )}
        {hasNextPage && (
          <FormActions>
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('progress.more')}
            </Button>
          </FormActions>
        )}
      </Section>
    </Page>
  );
}
