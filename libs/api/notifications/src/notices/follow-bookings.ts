import { Subscribers, type Tx } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addNotices } from './new-notice.js';

interface Booking {
  personId: string;
  title: string;
  date: string;
  timeAndPlace: string;
  reason: string;
  turn: number | null;
  stands: boolean;
  placed: boolean;
}

/** $1 a booking, as it stands now. */
const BOOKING = `
  select b.person_id as "personId", b.title, b.on_date::text as date, b.time_and_place as "timeAndPlace", b.cancel_reason as reason, b.turn,
    b.state <> 'cancelled' and b.session_state = 'planned' as stands, b.state = 'booked' as placed
  from told_booking b where b.id = $1`;

/** What each event is told as, and whether there is still something to tell. */
const KINDS: Readonly<Record<string, { kind: string; holds: (booking: Booking) => boolean }>> = {
  'booking.made': { kind: 'booked', holds: ({ stands }) => stands },
  'booking.moved-up': { kind: 'moved-up', holds: ({ stands, placed }) => stands && placed },
  'booking.changed': { kind: 'session-changed', holds: ({ stands }) => stands },
  'booking.cancelled': { kind: 'booking-cancelled', holds: ({ stands }) => !stands },
};

/** Tells people what somebody else, or a place that became free, has done to their bookings. */
@Injectable()
export class FollowBookings implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    for (const type of Object.keys(KINDS))
      this.subscribers.on(type, (tx, { payload }, at) =>
        this.tell(tx, at, type, String(payload['bookingId']), payload['version'] ?? ''),
      );
  }

  private async tell(tx: Tx, at: Date, type: string, bookingId: string, version: string): Promise<void> {
    const told = KINDS[type];
    const [booking]: Booking[] = await tx.query(BOOKING, [bookingId]);
    if (!booking || !told?.holds(booking)) return;
    const { personId, title, date, timeAndPlace, reason, turn } = booking;
    await addNotices(tx, at, [
      {
        ...{ personId, kind: told.kind, link: '/my/sessions' },
        about: {
          ...{ title, date, bookingId, what: told.kind === 'booking-cancelled' ? reason : timeAndPlace },
          ...(turn === null ? {} : { count: turn }),
        },
        dedupeKey: `${type} ${bookingId} ${version}`,
      },
    ]);
  }
}
