import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  ExportMenu,
  FormActions,
  Page,
  PageHeader,
  Rows,
  SearchField,
  Skeleton,
  SkeletonRows,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { audienceListQuery } from '../api/audiences.js';
import styles from '../rules/rules.module.css';
import { audienceTexts } from '../texts/audiences.js';
import { AudienceRow } from './AudienceRow.js';

/** Audiences that were saved: what they say, which rules use them, another name, and taking away what nobody uses. */
export function AudiencesPage() {
  const { t } = useTexts(audienceTexts);
  const write = can(useMe(), 'rules.write');
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(audienceListQuery(q));
  const exported = useListExport([{ list: 'audiences', filters: { q } }]);
  usePageTitle(t('title'));
  const find = (text: string) => setParams(text ? { q: text } : {}, { replace: true, preventScrollReset: true });
  const audiences = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Link to={paths.rules}>{t('rules')}</Link>}
        aside={
          <>
            <SearchField label={t('search')} value={q} onSearch={find} />
            {audiences.length > 0 && <ExportMenu {...exported} />}
          </>
        }
      />
      <div className={styles.list}>
        {!data ? (
          <Skeleton label={t('loading')}>
            <SkeletonRows rows={4} />
          </Skeleton>
        ) : audiences.length === 0 ? (
          <Empty level={2} title={t(q ? 'none' : 'empty')} text={t(q ? 'noneText' : 'emptyText')} />
        ) : (
          <Rows label={t('list')}>
            {audiences.map((audience) => (
              <AudienceRow key={audience.id} audience={audience} write={write} />
            ))}
          </Rows>
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
