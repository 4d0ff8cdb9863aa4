import { type Ctx, Sql } from '@lms/api-platform';
import type { ComingBookings, ComingBookingsQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { instantSql } from '../shared/instant.sql.js';

/** $1 who asks, $2 today, $3 now, $4 people, $5 a course. */
const COMING = `
  select b.id as "bookingId", b.person_id as "personId", b.session_id as "sessionId", b.course_id as "courseId", b.form,
    ${instantSql('b.starts_at')} as "startsAt", ${instantSql('b.ends_at')} as "endsAt", b.place, b.state, b.turn
  from coming_booking b
  where b.person_id = any ($4::uuid[]) and b.ends_at > $3 and ($5::uuid is null or b.course_id = $5)
    and (holds_role($1, '{people-team,auditor}', $2) or (b.engagement_id in (select engagements_in_scope($1, $2))) is true)
  order by b.starts_at, b.id`;

/** What is coming for some people: to stand beside what they owe. */
@Injectable()
export class GetComingBookings {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, { personIds, courseId }: ComingBookingsQuery): Promise<ComingBookings> {
    const items = await this.sql.rows<ComingBookings['items'][number]>('coming-bookings', COMING, [
      ...[ctx.actor.personId, ctx.today, ctx.now, personIds.split(','), courseId],
    ]);
    return { items };
  }
}
