import { formatDayOf, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  ExportMenu,
  FormActions,
  Page,
  PageHeader,
  SearchField,
  Skeleton,
  SkeletonRows,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { auditQuery } from '../api/audit.js';
import { auditTexts } from '../audit/audit-texts.js';
import styles from '../audit/audit.module.css';
import { AuditFilters } from '../audit/AuditFilters.js';
import { AuditLine } from '../audit/AuditLine.js';
import { useAuditFilter } from '../audit/use-audit-filter.js';

/** Who did what, day by day, the newest first. */
export function AuditPage() {
  const { t } = useTexts(auditTexts);
  const address = useAuditFilter();
  const list = useInfiniteQuery(auditQuery(address.filter));
  const exported = useListExport([{ list: 'audit', filters: { ...address.filter } }]);
  usePageTitle(t('title'));
  if (!list.data)
    return (
      <Page width="wide">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={8} />
        </Skeleton>
      </Page>
    );
  const items = list.data.pages.flatMap((page) => page.items);
  const days = Map.groupBy(items, ({ at }) => formatDayOf(at));
  const none = address.narrowed ? 'none' : 'empty';
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        aside={
          <>
            <SearchField
              label={t('search')}
              value={address.filter.q ?? ''}
              onSearch={(q) => address.write({ q, entry: undefined }, { replace: true })}
            />
            {items.length > 0 && <ExportMenu {...exported} />}
          </>
        }
      />
      <AuditFilters address={address} />
      {items.length === 0 && <Empty level={2} title={t(`${none}.title`)} text={t(`${none}.text`)} />}
      {[...days].map(([day, entries]) => (
        <section key={day} aria-label={day}>
          <h2 className={styles.day}>{day}</h2>
          <ol>
            {entries.map((item) => (
              <AuditLine key={item.id} item={item} address={address} />
            ))}
          </ol>
        </section>
      ))}
      {list.hasNextPage && (
        <div className={styles.more}>
          <FormActions>
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('more')}
            </Button>
          </FormActions>
        </div>
      )}
    </Page>
  );
}
