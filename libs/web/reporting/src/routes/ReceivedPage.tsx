import type { ReceivedSchedules } from '@lms/contracts';
import { formatDayOf, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  Hidden,
  Notice,
  Page,
  PageHeader,
  Plate,
  Row,
  Rows,
  Section,
  Skeleton,
  SkeletonRows,
  toast,
} from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { receivedQuery, useScheduleChanges } from '../api/schedules.js';
import { cadenceInWords } from '../schedules/cadence-words.js';
import { scheduleTexts } from '../schedules/schedule-texts.js';
import { ScheduleViews } from '../schedules/ScheduleViews.js';

type Received = ReceivedSchedules['items'][number];

/** Lists that others send to the reader, who can stop each of them. A link in each mail leads here. */
export function ReceivedPage() {
  const { t } = useTexts(scheduleTexts);
  const { data } = useQuery(receivedQuery());
  const [search] = useSearchParams();
  usePageTitle(t('views.received'));
  const items = data?.items ?? [];
  const asked = items.find(({ id, stoppedAt }) => id === search.get('stop') && !stoppedAt);
  return (
    <Page width="wide">
      <PageHeader title={t('views.received')} lead={t('received.lead')} />
      <ScheduleViews current="received" />
      {!data && (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={3} />
        </Skeleton>
      )}
      {asked && (
        <Notice>
          {t('received.ask', { name: asked.name })} <Receive schedule={asked} />
        </Notice>
      )}
      {items.length > 0 && (
        <Section title={t('received.caption')}>
          {(heading) => (
            <Rows labelledBy={heading}>
              {items.map((schedule) => (
                <Row
                  key={schedule.id}
                  title={schedule.name}
                  detail={<Details schedule={schedule} />}
                  action={<Receive schedule={schedule} />}
                />
              ))}
            </Rows>
          )}
        </Section>
      )}
      {data && items.length === 0 && <Empty level={2} title={t('received.none')} text={t('received.noneText')} />}
    </Page>
  );
}

function Details({ schedule: { cadence, list, format, ownerName, stoppedAt, paused } }: { schedule: Received }) {
  const { t } = useTexts(scheduleTexts);
  return (
    <>
      <p>
        {cadenceInWords(cadence)}: {t('listAs', { list: t(`list.${list}`), format: t(`format.${format}`) })},{' '}
        {ownerName === null ? t('received.fromSomebody') : t('received.from', { name: ownerName })}
      </p>
      <p>
        {stoppedAt ? (
          <Plate look="outline">{t('received.stopped', { day: formatDayOf(stoppedAt) })}</Plate>
        ) : (
          <Plate look="soft">{t(paused ? 'paused' : 'received.coming')}</Plate>
        )}
      </p>
    </>
  );
}

function Receive({ schedule: { id, name, stoppedAt } }: { schedule: Received }) {
  const { t } = useTexts(scheduleTexts);
  const { receive } = useScheduleChanges();
  const [busy, setBusy] = useState(false);
  const choose = async () => {
    setBusy(true);
    try {
      await receive(id, stoppedAt !== null);
      toast(t(stoppedAt ? 'received.again' : 'received.done', { name }));
    } catch (error) {
      toast(problemText(error));
    }
    setBusy(false);
  };
  return (
    <Button size="small" busy={busy} onClick={() => void choose()}>
      {t(stoppedAt ? 'received.start' : 'received.stop')}
      <Hidden> {t('received.stopWhat', { name })}</Hidden>
    </Button>
  );
}
