import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { ToDecide, ToDecidePage } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/** What waits for $1 on $2, or was asked by them and waits for another ($3: who asks on behalf of all sees that too). */
const WAITING = `
  select w.*, d.decides from waiting_request w
  cross join lateral (
    select exists (select from deciders_of(w.kind, w.person_id, w.course_id, w.asked_by, $2) x where x.decider_id = $1) as decides
  ) d
  where d.decides or ($3::boolean and w.asked_by = $1)`;

/** $4 and $5 the place to go on from, $6 how many. */
const TO_DECIDE = `
  select w.kind, w.id, coalesce(c.title, l.title) as "courseTitle",
    case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name),
      'organisationName', (
        select o.short_name from engagement e join organisation o on o.id = e.organisation_id
        where e.person_id = p.id and (e.ends_on is null or e.ends_on >= $2)
        -- Another employer is nobody's to be told who sees the person through one.
        and ($3 or manages_engagement($1, e.id, $2)) order by e.starts_on limit 1)) end as person,
    case when w.kind = 'request' then (select count(*)::int from assignment_request_person r where r.request_id = w.id) end as people,
    w.from_on::text as "fromOn", w.to_on::text as "toOn", w.due_on::text as "dueOn", w.why,
    concat_ws(' ', b.given_name, b.family_name) as "askedByName",
    to_char(w.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt", not w.decides as mine,
    line_manager_decides(w.kind, coalesce(c.mandatory, true)) as "byManagers"
  from (${WAITING}) w
  left join course c on c.id = w.course_id
  left join learning_path l on l.id = w.path_id
  join person b on b.id = w.asked_by
  left join person p on p.id = w.person_id
  where ($4::timestamptz is null or (w.asked_at, w.id) > ($4::timestamptz, $5::uuid))
  order by w.asked_at, w.id limit $6`;

const COUNTED = `select count(*) filter (where w.decides)::int as waiting from (${WAITING}) w`;

/** What waits for the reader to decide, the oldest first. */
@Injectable()
export class ListToDecide {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: { cursor?: string | undefined; limit: number }): Promise<ToDecidePage> {
    const [askedAt, id] = decodeCursor(query.cursor, 2);
    const who = [ctx.actor.personId, ctx.today, ctx.actor.permissions.has('assignments.decide')];
    const rows = await this.sql.rows<ToDecide>('to-decide', TO_DECIDE, [...who, askedAt, id, query.limit + 1]);
    const counted = await this.sql.row<{ waiting: number }>('to-decide-counted', COUNTED, who);
    return { ...toPage(rows, query.limit, (row) => [row.askedAt, row.id]), waiting: counted?.waiting ?? 0 };
  }
}
