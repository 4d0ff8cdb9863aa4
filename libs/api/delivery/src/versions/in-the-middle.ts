import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { InTheMiddle } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/*
 * $1 the version, $2 today. `begun` are attempts in earlier versions that `learner_version` would hold a person on one of
 * them for: not given up, not behind a completion, not before a fresh start. Who has left is in the middle of nothing.
 */
const COUNT = `
  with v as materialized (select id, course_id, number from course_version where id = $1),
  touched as materialized (
    select t.person_id, o.number, t.state, t.done_at
    from v join course_version o on o.course_id = v.course_id join attempt t on t.course_version_id = o.id
    where t.state <> 'abandoned'
  ),
  begun as (
    select t.person_id, t.number, t.state
    from (select distinct person_id from touched) p
    cross join v
    cross join lateral (
      select max(l.recorded_at) as done_at from ledger_entry l
      where l.person_id = any (persons_as(p.person_id)) and l.course_id = v.course_id and l.kind = 'completion'
    ) last
    cross join lateral (
      select coalesce(max(n.number), 0) as number from fresh_start f join course_version n on n.id = f.course_version_id
      where f.person_id = p.person_id and f.course_id = v.course_id
    ) fresh
    join touched t on t.person_id = p.person_id and t.number >= fresh.number
      and (t.state = 'open' or t.done_at > coalesce(last.done_at, '-infinity'))
    where coalesce((
      select max(coalesce(g.ends_on, 'infinity')) >= $2::date from engagement g where g.person_id = p.person_id), true)
  ),
  middle as (
    select b.person_id, count(*) filter (where b.state = 'done')::int as done, count(*) filter (where b.state = 'open')::int as open
    from begun b group by b.person_id having max(b.number) < (select number from v)
  )
  select count(m.person_id)::int as people, coalesce(sum(m.done), 0)::int as done, coalesce(sum(m.open), 0)::int as begun
  from v left join middle m on true
  group by v.id`;

/** Whom publishing a version meets half way, before anybody decides what becomes of what they did. */
@Injectable()
export class GetInTheMiddle {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, versionId: string): Promise<InTheMiddle> {
    const counted = await this.sql.row<InTheMiddle>('in-the-middle', COUNT, [versionId, ctx.today]);
    if (!counted) throw new NotFound();
    return counted;
  }
}
