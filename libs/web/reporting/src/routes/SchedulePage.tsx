import { formatDayOf, formatMoment, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader, Plate, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { scheduleQuery } from '../api/schedules.js';
import { cadenceInWords } from '../schedules/cadence-words.js';
import { listShown } from '../lists/list-shown.js';
import { Runs } from '../schedules/Runs.js';
import { scheduleTexts } from '../schedules/schedule-texts.js';
import { ScheduleButtons } from '../schedules/ScheduleButtons.js';
import styles from '../schedules/schedules.module.css';

/** One schedule: what goes to whom and when, and what became of it each time. */
export function SchedulePage() {
  const { t } = useTexts(scheduleTexts);
  const { scheduleId = '' } = useParams();
  const { data: schedule } = useQuery(scheduleQuery(scheduleId));
  usePageTitle(schedule?.name ?? t('title'));
  if (!schedule)
    return (
      <Page width="wide">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={5} />
        </Skeleton>
      </Page>
    );
  const { name, list, filters, format, cadence, state, nextAt, mine, ownerName, recipients, unseen } = schedule;
  return (
    <Page width="wide">
      <PageHeader
        title={name}
        above={<Link to={paths.schedules}>{t('back')}</Link>}
        lead={
          <>
            {cadenceInWords(cadence)}:{' '}
            <Link to={listShown(list, filters)}>
              {t('listAs', { list: t(`list.${list}`), format: t(`format.${format}`) })}
            </Link>
            {!mine && `, ${t('of', { name: ownerName })}`}
          </>
        }
        aside={<ScheduleButtons schedule={schedule} />}
      />
      <p className={styles.nextLine}>
        {nextAt ? (
          <>
            <b>{t('next')}</b> {formatMoment(nextAt)}
          </>
        ) : (
          <Plate look="soft">{t(state === 'ended' ? 'ended' : 'paused')}</Plate>
        )}
      </p>
      <Section title={t('one.recipients')}>
        <ul className={styles.people}>
          {recipients.map((person) => (
            <li key={person.id} data-stopped={person.stoppedAt ? true : undefined}>
              {person.name}
              {person.stoppedAt ? (
                <small>{t('one.stopped', { day: formatDayOf(person.stoppedAt) })}</small>
              ) : (
                !person.hasAddress && <small>{t('one.noAddress')}</small>
              )}
            </li>
          ))}
        </ul>
        {unseen > 0 && <p className={styles.quiet}>{t('one.unseen', { count: unseen })}</p>}
      </Section>
      <div id="runs">
        <Section title={t('one.runs')}>
          <Runs scheduleId={scheduleId} />
        </Section>
      </div>
    </Page>
  );
}
