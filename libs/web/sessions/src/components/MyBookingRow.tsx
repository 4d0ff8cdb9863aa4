import type { MyBooking } from '@lms/contracts';
import { formatTime, paths, useTexts } from '@lms/web-platform';
import { LinkButton, Row } from '@lms/web-ui';
import { Link } from 'react-router';
import { sessionTexts } from '../texts/sessions.js';
import { CalendarLink } from './CalendarLink.js';
import { isCheckInOpen } from './check-in-open.js';
import { DateBoard } from './DateBoard.js';
import { GiveUp } from './GiveUp.js';
import { spanWords, trainerWords } from './session-words.js';
import styles from './sessions.module.css';
import { useNow } from './use-now.js';

/** One's own booking: when and where, how it stands, and what can be done. */
export function MyBookingRow({ booking }: { booking: MyBooking }) {
  const { t } = useTexts(sessionTexts);
  const now = useNow();
  const { state, signed, courseTitle: name } = booking;
  const alive = state !== 'cancelled' && booking.sessionState === 'planned';
  const where = [booking.place || (booking.joinUrl && t('online')), trainerWords(booking.trainers)].filter(Boolean);
  const open = alive && state === 'booked' && !signed && isCheckInOpen(booking.checkIn, now);
  return (
    <Row
      mark={<DateBoard at={booking.startsAt} quiet={!alive || state === 'waiting'} />}
      title={
        <Link className={styles.title} to={paths.session(booking.sessionId)}>
          {name}
        </Link>
      }
      detail={
        <>
          <p>{spanWords(booking)}</p>
          {where.length > 0 && <p>{where.join(', ')}</p>}
          {booking.note && alive && <p className={styles.note}>{booking.note}</p>}
          {booking.bookedByName && alive && <p>{t('own.bookedBy', { name: booking.bookedByName })}</p>}
          <p className={styles.facts}>{stateWords(t, booking)}</p>
          {alive && (
            <div className={styles.links}>
              {booking.joinUrl && (
                <a href={booking.joinUrl} target="_blank" rel="noreferrer">
                  {t('join')}
                </a>
              )}
              {state === 'booked' && <CalendarLink bookingId={booking.bookingId} about={name} />}
              {booking.mayCancel && <GiveUp bookingId={booking.bookingId} waiting={state === 'waiting'} about={name} />}
            </div>
          )}
        </>
      }
      action={
        open && (
          <LinkButton variant="here" to={`${paths.checkIn}?session=${booking.sessionId}`}>
            {t('checkIn')}
          </LinkButton>
        )
      }
    />
  );
}

function stateWords(t: ReturnType<typeof useTexts<(typeof sessionTexts)['tree']>>['t'], booking: MyBooking): string {
  const { state, sessionState, cancelReason, attendance, signed, turn } = booking;
  if (state === 'cancelled' || sessionState === 'cancelled')
    return cancelReason
      ? t('own.cancelledWhy', { reason: cancelReason })
      : t(sessionState === 'cancelled' ? 'own.cancelled' : 'own.given');
  if (attendance === 'absent') return t('own.absent');
  if (sessionState === 'held') return t(signed ? 'own.present' : 'own.absent');
  if (signed) return t('own.signed', { time: formatTime(signed.at) });
  return state === 'waiting' ? t('mine.waiting', { turn: turn ?? 1 }) : t('mine.booked');
}
