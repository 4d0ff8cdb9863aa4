import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  FilterLinks,
  FormActions,
  LateExportMenu,
  LinkButton,
  Page,
  PageHeader,
  SearchField,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Loading } from '../components/Loading.js';
import { equivalencesQuery } from './api.js';
import styles from './equivalences.module.css';
import { EquivalenceTable } from './EquivalenceTable.js';
import { equivalenceTexts } from './texts.js';

const filters = [
  ['all', 'list.all'],
  ['in-force', 'list.inForce'],
  ['open', 'list.open'],
] as const;

/** What counts as what; search, filter and course live in the address. */
export function EquivalencesPage() {
  const { t } = useTexts(equivalenceTexts);
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const show = filters.find(([key]) => key === params.get('show'))?.[0] ?? 'all';
  const courseId = params.get('course');
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    equivalencesQuery(q, show, courseId),
  );
  const narrowed = { q, show: show === 'all' ? undefined : show, courseId: courseId ?? undefined };
  const exported = useListExport([{ list: 'equivalences', filters: narrowed }]);
  usePageTitle(t('list.title'));
  if (!data) return <Loading />;
  const withParam = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value && value !== 'all') next.set(name, value);
    else next.delete(name);
    return next;
  };
  const items = data.pages.flatMap((page) => page.items);
  return (
    <Page width="wide">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        aside={
          <>
            <SearchField
              label={t('list.search')}
              value={q}
              onSearch={(text) => setParams(withParam('q', text), { replace: true, preventScrollReset: true })}
            />
            {items.length > 0 && <LateExportMenu {...exported} />}
            {can(me, 'record.correct') && (
              <LinkButton variant="main" to={paths.newEquivalence(courseId ?? undefined)}>
                {t('list.new')}
              </LinkButton>
            )}
          </>
        }
      />
      <div className={styles.list}>
        <FilterLinks
          label={t('list.filter')}
          links={filters.map(([key, label]) => ({
            key,
            to: { search: withParam('show', key).toString() },
            label: t(label),
            current: key === show,
          }))}
        />
        {items.length > 0 ? (
          <EquivalenceTable items={items} />
        ) : q || show !== 'all' || courseId ? (
          <Empty level={2} title={t('list.none')} text={t('list.noneText')} />
        ) : (
          <Empty level={2} title={t('list.empty')} text={t('list.emptyText')} />
        )}
        {hasNextPage && (
          <FormActions>
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('more')}
            </Button>
          </FormActions>
        )}
      </div>
    </Page>
  );
}
