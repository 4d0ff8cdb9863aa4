import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  ExportMenu,
  FilterLinks,
  FormActions,
  Page,
  PageHeader,
  SearchField,
  Skeleton,
  SkeletonBlock,
  SkeletonRows,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { rulesQuery } from '../api/rules.js';
import { ruleTexts } from '../texts/rules.js';
import { NewRule } from './NewRule.js';
import styles from './rules.module.css';
import { RuleTable } from './RuleTable.js';

const filters = [
  ['all', 'list.all'],
  ['in-force', 'list.inForce'],
  ['open', 'list.open'],
  ['to-decide', 'list.toDecide'],
] as const;

/** Every rule with what it says and how many people it reaches; search and filter live in the address. */
export function RulesPage() {
  const { t } = useTexts(ruleTexts);
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const naming = params.has('new') && can(me, 'rules.write');
  const q = params.get('q') ?? '';
  const show = filters.find(([key]) => key === params.get('show'))?.[0] ?? 'all';
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(rulesQuery(q, show));
  const exported = useListExport([{ list: 'rules', filters: { q, show: show === 'all' ? undefined : show } }]);
  usePageTitle(t('list.title'));
  const withParam = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value && value !== 'all') next.set(name, value);
    else next.delete(name);
    return next;
  };
  if (!data)
    return (
      <Page>
        <Skeleton label={t('loading')}>
          <SkeletonBlock height={40} width={260} />
          <SkeletonRows rows={6} />
        </Skeleton>
      </Page>
    );
  const items = data.pages.flatMap((page) => page.items);
  const begin = can(me, 'rules.write') && !naming && (
    <Button variant="main" onClick={() => setParams(withParam('new', 'yes'), { preventScrollReset: true })}>
      {t('list.new')}
    </Button>
  );
  const stop = () => {
    const next = withParam('new', '');
    next.delete('audience');
    setParams(next, { replace: true, preventScrollReset: true });
  };
  const find = (text: string) => setParams(withParam('q', text), { replace: true, preventScrollReset: true });
  return (
    <Page width="wide">
      <PageHeader
        title={t('list.title')}
        lead={
          <>
            {t('list.lead')} <Link to={paths.audiences}>{t('list.audiences')}</Link>
          </>
        }
        aside={
          <>
            <SearchField label={t('list.search')} value={q} onSearch={find} />
            {items.length > 0 && <ExportMenu {...exported} />}
            {begin}
          </>
        }
      />
      {naming && <NewRule audienceId={params.get('audience')} onClose={stop} />}
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
          <RuleTable items={items} />
        ) : q || show !== 'all' ? (
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
