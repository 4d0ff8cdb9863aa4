import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { MyBooking, MyBookingPage, MyBookingQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { shownTimes } from '../planning/get-session.js';
import { instantSql, nameSql } from '../shared/instant.sql.js';

type Row = Omit<MyBooking, 'checkIn'>;

const COMING = `(b.state <> 'cancelled' and s.state = 'planned' and s.ends_at > $2)`;

/** $1 whose, $2 now, $3 and $4 the last row before, $5 rows. */
const list = (coming: boolean): string => `
  select b.id as "bookingId", s.id as "sessionId", s.course_id as "courseId", c.title as "courseTitle", a.title as "activityTitle",
    s.form, s.state as "sessionState", ${instantSql('s.starts_at')} as "startsAt", ${instantSql('s.ends_at')} as "endsAt", s.place,
    case when b.state = 'booked' then s.join_url end as "joinUrl", s.note,
    array(select ${nameSql('t.person_id')} from session_trainer t where t.session_id = s.id order by 1) as trainers,
    b.state, case when b.state = 'waiting' then (
      select count(*)::int from session_booking w where w.session_id = s.id and w.state = 'waiting' and w.queue <= b.queue) end as turn,
    case when b.booked_by <> b.person_id then ${nameSql('b.booked_by')} end as "bookedByName",
    nullif(b.cancel_reason, '') as "cancelReason", b.attendance,
    case when g.booking_id is not null then json_build_object('by', g.how, 'at', ${instantSql('g.signed_at')}) end as signed,
    b.state <> 'cancelled' and s.state = 'planned' and s.starts_at > $2 as "mayCancel"
  from session_booking b
  join training_session s on s.id = b.session_id
  join course c on c.id = s.course_id
  join activity a on a.id = s.activity_id
  left join session_signature g on g.booking_id = b.id
  where b.person_id = $1 and ${coming ? COMING : `not ${COMING}`}
    and ($3::timestamptz is null or (s.starts_at, b.id) ${coming ? '>' : '<'} ($3::timestamptz, $4::uuid))
  order by s.starts_at ${coming ? '' : 'desc'}, b.id ${coming ? '' : 'desc'} limit $5`;
const LISTS = { coming: list(true), past: list(false) };

/** The reader's own bookings: what is coming, the next first; or what was, the last first. */
@Injectable()
export class MyBookings {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, { show, cursor, limit }: MyBookingQuery): Promise<MyBookingPage> {
    const [startsAt, id] = decodeCursor(cursor, 2);
    const rows = await this.sql.rows<Row>(`my-bookings-${show}`, LISTS[show], [
      ...[ctx.actor.personId, ctx.now, startsAt, id, limit + 1],
    ]);
    const page = toPage(rows, limit, (row) => [row.startsAt, row.bookingId]);
    return { ...page, items: page.items.map((item) => ({ ...item, checkIn: shownTimes(item) })) };
  }
}
