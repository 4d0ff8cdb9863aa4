import { usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, Page, PageHeader, Rows, SearchField, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { supportPeopleQuery } from '../api/support.js';
import styles from '../support/support.module.css';
import { SupportRow } from '../support/SupportRow.js';
import { identityTexts } from '../texts.js';
import { supportTexts } from '../texts/support.js';

/** Where an administrator helps one person. The search lives in the address. */
export function SupportPage() {
  const { t } = useTexts(supportTexts);
  const { t: identity } = useTexts(identityTexts);
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const list = useInfiniteQuery(supportPeopleQuery(q));
  usePageTitle(t('title'));
  const people = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={styles.search}>
        <SearchField
          label={t('search')}
          value={q}
          onSearch={(typed) => setSearch(typed ? { q: typed } : {}, { replace: true, preventScrollReset: true })}
        />
      </div>
      {q.length < 2 && <Empty level={2} title={t('start')} text={t('startText')} plain />}
      {q.length >= 2 && list.isPending && (
        <Skeleton label={identity('loading')}>
          <SkeletonRows rows={4} />
        </Skeleton>
      )}
      {q.length >= 2 && list.data && people.length === 0 && <Empty level={2} title={t('none')} text={t('noneText')} />}
      {q.length >= 2 && people.length > 0 && (
        <Rows label={t('found')}>
          {people.map((person) => (
            <SupportRow key={person.personId} person={person} />
          ))}
        </Rows>
      )}
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
