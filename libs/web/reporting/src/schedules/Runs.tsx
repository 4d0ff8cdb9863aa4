import type { ScheduleRun } from '@lms/contracts';
import { formatCount, formatMoment, useTexts } from '@lms/web-platform';
import { Button, type Column, DataTable, Plate } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { runsQuery } from '../api/schedules.js';
import { RunState } from './LastRun.js';
import { scheduleTexts } from './schedule-texts.js';
import styles from './schedules.module.css';

type Delivery = ScheduleRun['deliveries'][number];

/** Each time it was made, the newest open: what became of it for each recipient. */
export function Runs({ scheduleId }: { scheduleId: string }) {
  const { t } = useTexts(scheduleTexts);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(runsQuery(scheduleId));
  const runs = data?.pages.flatMap(({ items }) => items) ?? [];
  if (data && runs.length === 0) return <p className={styles.quiet}>{t('one.noRuns')}</p>;
  return (
    <>
      {runs.map((run, n) => (
        <details key={run.id} className={styles.run} open={n === 0}>
          <summary>
            <span>{formatMoment(run.dueAt)}</span>
            <RunState run={run} />
            {run.atOnce && <Plate look="outline">{t('run.atOnce')}</Plate>}
          </summary>
          <RunDetails run={run} />
        </details>
      ))}
      {hasNextPage && (
        <div className={styles.more}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function RunDetails({ run }: { run: ScheduleRun }) {
  const { t } = useTexts(scheduleTexts);
  const columns: Column<Delivery>[] = [
    { key: 'person', head: t('one.person'), main: true, cell: ({ name }) => name ?? t('one.somebody') },
    {
      key: 'outcome',
      head: t('one.outcome'),
      cell: ({ outcome, why }) => (why ? `${t(`outcome.${outcome}`)}. ${why}` : t(`outcome.${outcome}`)),
    },
    {
      key: 'rows',
      head: t('one.rows'),
      align: 'right',
      cell: ({ rows }) => (rows === null ? null : formatCount(rows)),
    },
    {
      key: 'mail',
      head: t('one.mail'),
      cell: ({ outcome, mailed }) => (outcome === 'made' ? t(`told.${mailed ? 'mailed' : 'notice'}`) : null),
    },
  ];
  return (
    <div className={styles.runBody}>
      {run.late && (
        <p>
          {t('run.lateText', { count: run.missed })} {t('run.begun', { moment: formatMoment(run.begunAt) })}
        </p>
      )}
      {run.refusal && <p>{run.refusal}</p>}
      {run.deliveries.length > 0 && (
        <DataTable
          caption={t('one.runsOf', { moment: formatMoment(run.dueAt) })}
          columns={columns}
          rows={run.deliveries.map((delivery, n) => ({ ...delivery, n }))}
          rowKey={(row) => ('n' in row ? Number(row.n) : 0)}
        />
      )}
    </div>
  );
}
