import { formatDayOf, formatShortDay, paths, useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import { londonDate } from '@lms/domain';
import { Link } from 'react-router';
import type { Bookings } from '../parts/parts.js';
import { crewTexts } from '../texts/crew.js';

type Booking = NonNullable<ReturnType<Bookings['of']>>;

/** For which day somebody is booked, or waits for a place; leads to the session. */
export function BookedLine({ booking }: { booking: Booking }) {
  const { t } = useTexts(crewTexts);
  const day = formatShortDay(londonDate(new Date(booking.startsAt)));
  return (
    <p>
      <Icon name="calendar" size={18} />
      <Link to={paths.session(booking.sessionId)} title={formatDayOf(booking.startsAt)}>
        {booking.state === 'booked' ? t('booked', { day }) : t('waitsFor', { day, turn: booking.turn ?? 1 })}
      </Link>
    </p>
  );
}
