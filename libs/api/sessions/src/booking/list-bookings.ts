import { type Ctx, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { SessionBooking, SessionBookingPage, SessionBookingQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { OPEN_TO, SESSION_KEPT, SESSION_SEEN } from '../shared/session-seen.sql.js';
import { SESSION_BOOKING, SESSION_BOOKING_FROM } from './session-booking.sql.js';

type Row = SessionBooking & { rank: number; place: string; toCome: boolean };

const SEEN = `
  with recursive ${OPEN_TO}
  select ${SESSION_KEPT} as kept from training_session s where s.id = $3 and ${SESSION_SEEN}`;

/** $3 session, $4 whether the reader keeps it, $5 now, $6 state, $7 to $9 the last row, $10 rows. */
const LIST = `
  select * from (
    select ${SESSION_BOOKING}, s.state = 'planned' and s.starts_at > $5 as "toCome",
      case b.state when 'booked' then 1 when 'waiting' then 2 else 3 end as rank,
      case when b.state = 'waiting' then lpad(b.queue::text, 10, '0') else lower(p.family_name || ' ' || p.given_name) end as place
    from ${SESSION_BOOKING_FROM}
    where b.session_id = $3 and ($6::text is null or b.state = $6)
      and ($4::boolean or holds_role($1, '{people-team,auditor}', $2) or (b.engagement_id in (select engagements_in_scope($1, $2))) is true)
  ) r
  where $7::int is null or (r.rank, r.place, r."bookingId") > ($7::int, $8::text, $9::uuid)
  order by r.rank, r.place, r."bookingId" limit $10`;

/** Who is booked for a session, waits, or was to come: of the people whom the reader sees; all, for who trains it. */
@Injectable()
export class ListBookings {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, sessionId: string, query: SessionBookingQuery): Promise<SessionBookingPage> {
    const asks = [ctx.actor.personId, ctx.today, sessionId];
    const session = await this.sql.row<{ kept: boolean }>('bookings-session', SEEN, asks);
    if (!session) throw new NotFound();
    const after = decodeCursor(query.cursor, 3);
    const rows = await this.sql.rows<Row>('session-bookings', LIST, [
      ...[...asks, session.kept, ctx.now, query.state, ...after, query.limit + 1],
    ]);
    const mayAll = session.kept || ctx.actor.permissions.has('assignments.write');
    const page = toPage(rows, query.limit, (row) => [row.rank, row.place, row.bookingId]);
    return {
      ...page,
      items: page.items.map(({ rank: _r, place: _p, toCome, ...item }) => ({
        ...item,
        mayCancel: toCome && item.state !== 'cancelled' && (mayAll || item.personId === ctx.actor.personId),
      })),
    };
  }
}
