import { paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  FilterLinks,
  FormActions,
  Page,
  PageHeader,
  Rows,
  Section,
  Skeleton,
  SkeletonRows,
  toast,
} from '@lms/web-ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { noticesQuery, unreadQuery, useReadNotices } from '../api/notices.js';
import { NoticeRow } from '../components/NoticeRow.js';
import { notificationsTexts } from '../texts.js';

const filters = ['all', 'unread'] as const;

/** What one was told, and what of it is not read. */
export function NoticesPage() {
  const { t } = useTexts(notificationsTexts);
  const { today } = useMe();
  const [search] = useSearchParams();
  const show = search.get('show') === 'unread' ? 'unread' : 'all';
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(noticesQuery(show));
  const { data: unread } = useQuery(unreadQuery());
  const read = useReadNotices();
  usePageTitle(t('notices.title'));
  const notices = data?.pages.flatMap(({ items }) => items);
  const [newest] = notices ?? [];
  const readAll = () => {
    if (!newest) return;
    read.mutate({ id: newest.id, andBefore: true }, { onSuccess: () => toast(t('notices.allRead')) });
  };
  return (
    <Page width="reading">
      <PageHeader
        title={t('notices.title')}
        lead={t('notices.lead')}
        aside={<Link to={paths.reminders}>{t('notices.choose')}</Link>}
      />
      <FilterLinks
        label={t('notices.filters')}
        links={filters.map((each) => ({
          key: each,
          to: each === 'all' ? '?' : `?show=${each}`,
          label: t(`notices.show.${each}`),
          count: each === 'unread' ? unread?.count : undefined,
          current: each === show,
        }))}
      />
      {!notices && (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={5} />
        </Skeleton>
      )}
      {notices?.length === 0 && (
        <Empty level={2} title={t(`notices.none.${show}.title`)} text={t(`notices.none.${show}.text`)} />
      )}
      {notices && notices.length > 0 && (
        <Section title={t(`notices.show.${show}`)}>
          {(heading) => (
            <Rows labelledBy={heading}>
              {notices.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} today={today} />
              ))}
            </Rows>
          )}
        </Section>
      )}
      {(hasNextPage || (unread && unread.count > 0 && newest)) && (
        <FormActions>
          {hasNextPage && (
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('notices.more')}
            </Button>
          )}
          {unread && unread.count > 0 && newest && (
            <Button variant="quiet" busy={read.isPending} onClick={readAll}>
              {t('notices.readAll')}
            </Button>
          )}
        </FormActions>
      )}
    </Page>
  );
}
