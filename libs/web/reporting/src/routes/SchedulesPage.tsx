import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, ExportMenu, LinkButton, Page, PageHeader, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { schedulesQuery } from '../api/schedules.js';
import { scheduleTexts } from '../schedules/schedule-texts.js';
import styles from '../schedules/schedules.module.css';
import { SchedulesTable } from '../schedules/SchedulesTable.js';
import { ScheduleViews } from '../schedules/ScheduleViews.js';

/** What goes out by itself: the reader's own, and everybody's for the People Team. */
export function SchedulesPage() {
  const { t } = useTexts(scheduleTexts);
  const me = useMe();
  const [search] = useSearchParams();
  const show = search.get('show') === 'ended' ? 'ended' : 'going';
  const list = useInfiniteQuery(schedulesQuery(show));
  const exported = useListExport([{ list: 'schedules', filters: { show: show === 'ended' ? show : undefined } }]);
  usePageTitle(t('title'));
  const schedules = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const places = (['matrix', 'people', 'audit'] as const).filter((place) =>
    can(me, ({ matrix: 'record.read', people: 'people.read', audit: 'audit.read' } as const)[place]),
  );
  return (
    <Page width="wide">
      <PageHeader title={t('title')} lead={t('lead')} aside={schedules.length > 0 && <ExportMenu {...exported} />} />
      <ScheduleViews current={show} />
      {!list.data && (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={4} />
        </Skeleton>
      )}
      {schedules.length > 0 && <SchedulesTable schedules={schedules} />}
      {list.data && schedules.length === 0 && (
        <Empty
          level={2}
          title={t(`none.${show}.title`)}
          text={t(`none.${show}.text`)}
          action={
            show === 'going' &&
            places.map((place) => (
              <LinkButton key={place} to={paths[place]}>
                {t(`none.to.${place}`)}
              </LinkButton>
            ))
          }
        />
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
