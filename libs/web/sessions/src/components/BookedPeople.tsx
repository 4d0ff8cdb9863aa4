import type { SessionBooking } from '@lms/contracts';
import { formatMoment, useListExport, useTexts } from '@lms/web-platform';
import { Button, Empty, LateExportMenu, Row, Rows, Section } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionBookingsQuery } from '../api/session-bookings.js';
import { sessionTexts } from '../texts/sessions.js';
import { CancelBooking } from './CancelBooking.js';
import styles from './sessions.module.css';

/** Who is booked, who waits in which order, and who was cancelled and why: those whom the reader sees, `all` where that is everybody. */
export function BookedPeople({ sessionId, all: whole }: { sessionId: string; all: boolean }) {
  const { t } = useTexts(sessionTexts);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(sessionBookingsQuery(sessionId));
  const exported = useListExport([{ list: 'session-bookings', filters: { sessionId } }]);
  if (!data) return null;
  const all = data.pages.flatMap(({ items }) => items);
  const of = (wanted: SessionBooking['state']) => all.filter(({ state }) => state === wanted);
  const cancelled = of('cancelled');
  return (
    <Section title={t('people.title')} aside={all.length > 0 && <LateExportMenu {...exported} />}>
      {of('booked').length + of('waiting').length === 0 && (
        <Empty title={t(whole ? 'people.none' : 'people.noneOfYours')} text={t('people.noneText')} plain />
      )}
      <Group title={t('people.booked')} bookings={of('booked')} />
      <Group title={t('people.waiting')} bookings={of('waiting')} />
      {cancelled.length > 0 && (
        <details className={styles.more}>
          <summary>{t('people.cancelled', { count: cancelled.length })}</summary>
          <Rows label={t('people.cancelled', { count: cancelled.length })}>
            {cancelled.map((booking) => (
              <PersonRow key={booking.bookingId} booking={booking} />
            ))}
          </Rows>
        </details>
      )}
      {hasNextPage && (
        <div className={styles.more}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Group({ title, bookings }: { title: string; bookings: readonly SessionBooking[] }) {
  if (bookings.length === 0) return null;
  return (
    <>
      <h3 className={styles.sub}>{`${title} (${bookings.length})`}</h3>
      <Rows label={title}>
        {bookings.map((booking) => (
          <PersonRow
            key={booking.bookingId}
            booking={booking}
            action={booking.mayCancel && <CancelBooking booking={booking} />}
          />
        ))}
      </Rows>
    </>
  );
}

function PersonRow({ booking, action }: { booking: SessionBooking; action?: ReactNode }) {
  const { t } = useTexts(sessionTexts);
  const { turn, cancelled } = booking;
  const who = [booking.jobRole, booking.organisationName].filter(Boolean).join(', ');
  const how = [
    booking.walkIn && t('people.walkIn'),
    turn !== null && t('people.turn', { turn }),
    booking.bookedByName && t('people.by', { name: booking.bookedByName }),
  ].filter(Boolean);
  return (
    <Row
      title={booking.name}
      detail={
        <>
          <p>{who}</p>
          {how.length > 0 && <p>{how.join(', ')}</p>}
          {cancelled && (
            <p>
              {cancelled.byName
                ? t('people.was', { moment: formatMoment(cancelled.at), name: cancelled.byName })
                : t('people.wasSelf', { moment: formatMoment(cancelled.at) })}{' '}
              {cancelled.reason && t('people.why', { reason: cancelled.reason })}
            </p>
          )}
        </>
      }
      action={action}
    />
  );
}
