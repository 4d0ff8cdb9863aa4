import type { ResourceKind } from '@lms/contracts';
import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, ExportMenu, FilterLinks, FormActions, Page, PageHeader, SearchField, toast } from '@lms/web-ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { catalogueKeys } from '../api/keys.js';
import { resourcesQuery } from '../api/resources.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { withParam } from '../components/with-param.js';
import { FileButton } from '../fields/FileButton.js';
import styles from '../routes/List.module.css';
import { commonTexts } from '../texts/common.js';
import { resourceTexts } from '../texts/resources.js';
import { ResourceGrid } from './ResourceGrid.js';
import { Sending } from './Sending.js';
import { sendResource } from './send-resource.js';
import { useSend } from './use-send.js';

const KINDS = ['image', 'video', 'document', 'file', 'package'] as const satisfies readonly ResourceKind[];

/** The library: every file that courses share, found by a search and its kind; both live in the address. */
export function ResourcesPage() {
  const { t } = useTexts(resourceTexts);
  const { t: common } = useTexts(commonTexts);
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const kind = KINDS.find((known) => known === params.get('kind'));
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    resourcesQuery({ q: q || undefined, kind }),
  );
  const { send, underway, error } = useSend(KINDS, sendResource, ({ id, known }, { name }) => {
    toast(t(known ? 'known' : 'added', { name }));
    void client.invalidateQueries({ queryKey: catalogueKeys.resources });
    void navigate(paths.resource(id));
  });
  const exported = useListExport([{ list: 'resources', filters: { q, kind } }]);
  usePageTitle(t('title'));
  if (!data) return <PageSkeleton />;
  const resources = data.pages.flatMap((page) => page.items);
  const find = (text: string) => setParams(withParam(params, 'q', text), { replace: true, preventScrollReset: true });
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        aside={
          <>
            <SearchField label={t('search')} value={q} onSearch={find} />
            {resources.length > 0 && <ExportMenu {...exported} />}
            {can(me, 'courses.write') && (
              <FileButton variant="main" accept="" onFiles={([file]) => file && send(file)}>
                {t('upload')}
              </FileButton>
            )}
          </>
        }
      />
      <Sending underway={underway} error={error} />
      <FilterLinks
        label={t('filters')}
        links={[
          { key: 'all', to: { search: `${withParam(params, 'kind', '')}` }, label: t('all'), current: !kind },
          ...KINDS.map((known) => ({
            key: known,
            to: { search: `${withParam(params, 'kind', known)}` },
            label: t(`kinds.${known}`),
            current: known === kind,
          })),
        ]}
      />
      <div className={styles.list}>
        {resources.length > 0 ? (
          <ResourceGrid
            label={t('title')}
            resources={resources}
            name={(resource) => <Link to={paths.resource(resource.id)}>{resource.title}</Link>}
          />
        ) : q || kind ? (
          <Empty title={t('none')} text={t('noneText')} />
        ) : (
          <Empty title={t('empty')} text={t('emptyText')} />
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
