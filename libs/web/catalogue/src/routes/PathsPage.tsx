import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, ExportMenu, FormActions, LinkButton, Page, PageHeader, SearchField } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { pathsQuery } from '../api/paths.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { withParam } from '../components/with-param.js';
import { PathTable } from '../path/PathTable.js';
import { commonTexts } from '../texts/common.js';
import { pathTexts } from '../texts/paths.js';
import styles from './List.module.css';

/** Every path, found by a search that lives in the address. */
export function PathsPage() {
  const { t } = useTexts(pathTexts);
  const { t: common } = useTexts(commonTexts);
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(pathsQuery(q));
  const exported = useListExport([{ list: 'paths', filters: { q } }]);
  usePageTitle(t('list.title'));
  if (!data) return <PageSkeleton />;
  const items = data.pages.flatMap((page) => page.items);
  const newPath = can(me, 'paths.write') && (
    <LinkButton variant="main" to={paths.newPath}>
      {t('list.new')}
    </LinkButton>
  );
  const find = (text: string) => setParams(withParam(params, 'q', text), { replace: true, preventScrollReset: true });
  return (
    <Page width="wide">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        aside={
          <>
            <SearchField label={t('list.search')} value={q} onSearch={find} />
            {items.length > 0 && <ExportMenu {...exported} />}
            {newPath}
          </>
        }
      />
      <div className={styles.list}>
        {items.length > 0 ? (
          <PathTable items={items} progress={can(me, 'record.read')} />
        ) : q ? (
          <Empty level={2} title={t('list.none')} text={t('list.noneText')} />
        ) : (
          <Empty level={2} title={t('list.empty')} text={t('list.emptyText')} action={newPath} />
        )}
        {hasNextPage && (
          <FormActions>
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {common('more')}
            </Button>
          </FormActions>
        )}
      </div>
    </Page>
  );
}
