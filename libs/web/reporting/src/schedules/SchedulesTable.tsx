import type { ScheduleItem } from '@lms/contracts';
import { formatMoment, paths, useTexts } from '@lms/web-platform';
import { type Column, DataTable, Plate } from '@lms/web-ui';
import { Link } from 'react-router';
import { cadenceInWords } from './cadence-words.js';
import { LastRun } from './LastRun.js';
import { scheduleTexts } from './schedule-texts.js';
import { ScheduleMenu } from './ScheduleMenu.js';
import styles from './schedules.module.css';

/** A schedule a row: what goes to whom, when next, and how it went last. */
export function SchedulesTable({ schedules }: { schedules: readonly ScheduleItem[] }) {
  const { t } = useTexts(scheduleTexts);
  const columns: Column<ScheduleItem>[] = [
    {
      key: 'what',
      head: t('what'),
      main: true,
      cell: ({ id, name, list, format, receiving, mine, ownerName }) => (
        <span className={styles.what}>
          <Link to={`${paths.schedules}/${id}`}>{name}</Link>
          <small>
            {t('listAs', { list: t(`list.${list}`), format: t(`format.${format}`) })}
            {', '}
            {receiving === 0 ? t('nobody') : t('people', { count: receiving })}
            {!mine && `, ${t('of', { name: ownerName })}`}
          </small>
        </span>
      ),
    },
    { key: 'when', head: t('when'), cell: ({ cadence }) => cadenceInWords(cadence) },
    {
      key: 'next',
      head: t('next'),
      cell: ({ state, nextAt }) =>
        nextAt ? formatMoment(nextAt) : <Plate look="soft">{t(state === 'ended' ? 'ended' : 'paused')}</Plate>,
    },
    {
      key: 'last',
      head: t('last'),
      cell: ({ id, lastRun }) => <LastRun run={lastRun} to={`${paths.schedules}/${id}#runs`} />,
    },
    {
      key: 'change',
      head: t('change'),
      cell: (schedule) => (schedule.state === 'ended' ? null : <ScheduleMenu schedule={schedule} />),
    },
  ];
  return <DataTable caption={t('caption')} columns={columns} rows={schedules} rowKey={({ id }) => id} />;
}
