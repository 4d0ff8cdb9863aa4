import { type Ctx, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { PageQuery, ScheduleRun, ScheduleRunPage } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { instant } from '../files/list-file.sql.js';
import { isOfTeam } from '../views/is-of-team.js';
import { RUN, SEEN } from './schedule.sql.js';

/**
 * $1 who reads, $2 whether of the People Team, $3 today, $4 of which schedule, $5 the last of the page before, $6 rows. How
 * many rows somebody else sees is told to the People Team alone.
 */
const RUNS = `
  select ${RUN}, ${instant('r.begun_at')} as "begunAt", r.by_id is not null as "atOnce",
    (select coalesce(json_agg(json_build_object(
        'name', case when p.id in (select people_in_scope($1, $3)) then concat_ws(' ', p.given_name, p.family_name) end,
        'outcome', x.outcome, 'why', x.why, 'mailed', x.mailed,
        'rows', case when $2::boolean or p.id = any (persons_as($1)) then x.rows end
      ) order by lower(p.family_name), lower(p.given_name), p.id), '[]')
     from (
       select d.person_id, d.outcome, d.why, d.rows, d.mailed from schedule_delivery d where d.run_id = r.id
       union all
       select f.person_id, 'making', null, null, false from list_file f
       where f.schedule_run_id = r.id and f.state in ('waiting', 'making')
     ) x join person p on p.id = who_is(x.person_id)) as deliveries
  from schedule_run r
  where r.schedule_id = $4 and ($5::uuid is null or r.id < $5)
  order by r.id desc limit $6`;

/** What became of a schedule each time, the newest first. */
@Injectable()
export class ReadRuns {
  constructor(private readonly sql: Sql) {}

  /** NotFound for everybody else's schedule. */
  async page(
    { actor, today }: Ctx,
    id: string,
    { cursor, limit }: z.infer<typeof PageQuery>,
  ): Promise<ScheduleRunPage> {
    const [after] = decodeCursor(cursor, 1);
    const seen = [actor.personId, isOfTeam(actor)];
    if (
      !(await this.sql.row('schedule-seen', `select s.id from schedule s where ${SEEN} and s.id = $3`, [...seen, id]))
    )
      throw new NotFound();
    const rows = await this.sql.rows<ScheduleRun>('schedule-runs', RUNS, [
      ...seen,
      today,
      id,
      after ?? null,
      limit + 1,
    ]);
    return toPage(rows, limit, (run) => [run.id]);
  }
}
