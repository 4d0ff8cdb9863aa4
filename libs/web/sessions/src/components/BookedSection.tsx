import type { MyBooking } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { LinkButton, Row, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { nextBookingsQuery } from '../api/next-bookings.js';
import { sessionTexts } from '../texts/sessions.js';
import { CalendarLink } from './CalendarLink.js';
import { isCheckInOpen } from './check-in-open.js';
import { DateBoard } from './DateBoard.js';
import { spanWords, trainerWords } from './session-words.js';
import styles from './sessions.module.css';
import { useNow } from './use-now.js';

const SHOWN = 3;

/** What one is booked for next; nothing where there is nothing. */
export function BookedSection() {
  const { t } = useTexts(sessionTexts);
  const { data } = useQuery(nextBookingsQuery(SHOWN));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('today.title')} aside={<Link to={paths.sessions}>{t('today.find')}</Link>}>
      {(heading) => (
        <Rows labelledBy={heading}>
          {data.items.map((booking) => (
            <BookedRow key={booking.bookingId} booking={booking} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function BookedRow({ booking }: { booking: MyBooking }) {
  const { t } = useTexts(sessionTexts);
  const now = useNow();
  const booked = booking.state === 'booked';
  const where = [booking.place || (booking.joinUrl && t('online')), trainerWords(booking.trainers)].filter(Boolean);
  return (
    <Row
      mark={<DateBoard at={booking.startsAt} quiet={!booked} />}
      title={
        <Link className={styles.title} to={paths.session(booking.sessionId)}>
          {booking.courseTitle}
        </Link>
      }
      detail={
        <>
          <p>{spanWords(booking)}</p>
          {where.length > 0 && <p>{where.join(', ')}</p>}
          {booked ? (
            <p className={styles.links}>
              {booking.joinUrl && (
                <a href={booking.joinUrl} target="_blank" rel="noreferrer">
                  {t('join')}
                </a>
              )}
              <CalendarLink bookingId={booking.bookingId} about={booking.courseTitle} />
            </p>
          ) : (
            <p>{t('today.waiting', { turn: booking.turn ?? 1 })}</p>
          )}
        </>
      }
      action={
        booked &&
        !booking.signed &&
        isCheckInOpen(booking.checkIn, now) && (
          <LinkButton variant="main" to={`${paths.checkIn}?session=${booking.sessionId}`}>
            {t('checkIn')}
          </LinkButton>
        )
      }
    />
  );
}
