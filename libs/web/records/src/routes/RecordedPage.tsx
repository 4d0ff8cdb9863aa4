import type { RecordedItem } from '@lms/contracts';
import { formatDay, formatMoment, paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, LateExportMenu, LinkButton, Page, PageHeader, Plate, Row, Rows } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { recordedQuery } from '../api/recorded.js';
import { Loading } from '../components/Loading.js';
import { recordsTexts } from '../texts.js';

/** What a trainer recorded in person, so that a slip can be put right by whoever made it. */
export function RecordedPage() {
  const { t } = useTexts(recordsTexts);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(recordedQuery());
  const exported = useListExport([{ list: 'recorded', filters: {} }]);
  usePageTitle(t('recorded.title'));
  if (!data) return <Loading />;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <Page>
      <PageHeader
        title={t('recorded.title')}
        lead={t('recorded.lead')}
        above={<Link to={paths.courses}>{t('recorded.back')}</Link>}
        aside={items.length > 0 && <LateExportMenu {...exported} />}
      />
      {items.length === 0 ? (
        <Empty level={2} title={t('recorded.none')} text={t('recorded.noneText')} />
      ) : (
        <Rows label={t('recorded.title')}>
          {items.map((item) => (
            <Row
              key={item.id}
              title={t('recorded.what', { name: item.name, title: item.courseTitle })}
              detail={
                <>
                  {t('recorded.when', { day: formatDay(item.completedOn), moment: formatMoment(item.recordedAt) })}
                  {item.note && <span> {t('recorded.note', { note: item.note })}</span>}
                </>
              }
              action={<WhatCanBeDone item={item} />}
            />
          ))}
        </Rows>
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('recorded.more')}
        </Button>
      )}
    </Page>
  );
}

function WhatCanBeDone({
  item: { personId, seq, takenBack, name, courseTitle, activityTitle },
}: {
  item: RecordedItem;
}) {
  const { t } = useTexts(recordsTexts);
  if (takenBack) return <Plate look="outline">{t('recorded.takenBack')}</Plate>;
  if (seq === null) return <span>{t('recorded.part', { title: activityTitle })}</span>;
  return (
    <LinkButton size="small" to={paths.takeBack(personId, seq)}>
      {t('recorded.takeBack')}
      <Hidden> {t('recorded.what', { name, title: courseTitle })}</Hidden>
    </LinkButton>
  );
}
