import { type Ctx, decodeCursor, likePattern, Sql, toPage } from '@lms/api-platform';
import type { ListedSession, SessionPage, SessionQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { LISTED, LISTED_FROM } from '../shared/listed-session.sql.js';
import { OPEN_TO, SESSION_SEEN } from '../shared/session-seen.sql.js';

/** A session begins on a day or later, in London. */
const since = (day: string): string => `(${day}::date::timestamp at time zone 'Europe/London')`;

/** $3 now, $4 and $5 days, $6 course, $7 form, $8 state, $9 trainer, $10 pattern, $11 what is shown, $12 and $13 the last row, $14 rows. */
const LIST = `
  with recursive ${OPEN_TO}
  select ${LISTED} from ${LISTED_FROM}
  where ${SESSION_SEEN}
    and s.starts_at >= ${since('$4')} and ($5::date is null or s.starts_at < ${since('($5::date + 1)')})
    and ($6::uuid is null or s.course_id = $6)
    and ($7::text is null or s.form = $7)
    and (s.state = $8 or $8::text is null and s.state <> 'cancelled')
    and ($9::uuid is null or exists (select from session_trainer t where t.session_id = s.id and t.person_id = $9))
    and ($10::text is null or s.place ilike $10 or c.title ilike $10 or c.code ilike $10)
    and case $11::text
      when 'free' then s.state = 'planned' and s.starts_at > $3 and (s.capacity is null or n.waiting = 0 and n.booked < s.capacity)
      when 'teaching' then exists (select from session_trainer t where t.session_id = s.id and t.person_id = $1)
      else true end
    and ($12::timestamptz is null or (s.starts_at, s.id) > ($12::timestamptz, $13::uuid))
  order by s.starts_at, s.id limit $14`;

/** The earliest first, from today on unless told otherwise. */
@Injectable()
export class ListSessions {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: SessionQuery): Promise<SessionPage> {
    const [startsAt, id] = decodeCursor(query.cursor, 2);
    const rows = await this.sql.rows<ListedSession>('sessions', LIST, [
      ...[ctx.actor.personId, ctx.today, ctx.now],
      ...[query.from ?? ctx.today, query.to, query.courseId, query.form, query.state, query.trainerId],
      ...[likePattern(query.q), query.show, startsAt, id, query.limit + 1],
    ]);
    return toPage(rows, query.limit, (row) => [row.startsAt, row.id]);
  }
}
