import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { ToDecide, ToDecidePage } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/** $1 who decides, $2 today, $3 and $4 the place to go on from, $5 how many. */
const TO_DECIDE = `
  with waiting as (
    select 'exemption' as kind, x.id, x.asked_at, x.asked_by, x.course_id, null::uuid as path_id, x.person_id, x.from_on, x.to_on, null::date as due_on, x.reason as why
    from exemption x where x.state = 'waiting' and x.person_id <> $1
    union all
    select 'request', q.id, q.asked_at, q.asked_by, q.course_id, q.path_id, null, null, null, q.due_on, q.why
    from assignment_request q where q.state = 'waiting'
  )
  select w.kind, w.id, coalesce(c.title, l.title) as "courseTitle",
    case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name),
      'organisationName', (
        select o.short_name from engagement e join organisation o on o.id = e.organisation_id
        where e.person_id = p.id and (e.ends_on is null or e.ends_on >= $2) order by e.starts_on limit 1)) end as person,
    case when w.kind = 'request' then (select count(*)::int from assignment_request_person r where r.request_id = w.id) end as people,
    w.from_on::text as "fromOn", w.to_on::text as "toOn", w.due_on::text as "dueOn", w.why,
    concat_ws(' ', b.given_name, b.family_name) as "askedByName",
    to_char(w.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt", w.asked_by = $1 as mine
  from waiting w
  left join course c on c.id = w.course_id
  left join learning_path l on l.id = w.path_id
  join person b on b.id = w.asked_by
  left join person p on p.id = w.person_id
  where ($3::timestamptz is null or (w.asked_at, w.id) > ($3::timestamptz, $4::uuid))
  order by w.asked_at, w.id limit $5`;

/** What waits for a second person, the oldest first. */
@Injectable()
export class ListToDecide {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: { cursor?: string | undefined; limit: number }): Promise<ToDecidePage> {
    const [askedAt, id] = decodeCursor(query.cursor, 2);
    const rows = await this.sql.rows<ToDecide>('to-decide', TO_DECIDE, [
      ctx.actor.personId,
      ctx.today,
      askedAt,
      id,
      query.limit + 1,
    ]);
    return toPage(rows, query.limit, (row) => [row.askedAt, row.id]);
  }
}
