import { Injectable } from '@nestjs/common';
import { type Ctx, NotFound, oneInScopeSql, Sql } from '@lms/api-platform';
import type { RuntimeLog } from '@lms/contracts';
import { moment } from './moment.js';
import { inOrder } from './in-order.js';

type Launch = Omit<RuntimeLog['launches'][number], 'calls'> & { batches: RuntimeLog['launches'][number]['calls'][] };
type Row = Omit<RuntimeLog, 'launches'> & { launches: Launch[] };

/** $1 attempt, $2 course, $3 who asks, $4 today: an attempt of somebody they cannot see is not there. */
const LOG = `
  select t.id as "attemptId", c.id as "courseId", c.title as "courseTitle", a.title as "activityTitle", w.id as "personId",
    concat_ws(' ', coalesce(w.known_as, w.given_name), w.family_name) as "personName", t.number,
    ${moment('t.started_at')} as "startedAt",
    coalesce((
      select json_agg(json_build_object('launchId', l.id, 'number', l.number, 'startedAt', ${moment('l.created_at')},
        'receivedAt', r.received, 'cutFrom', r.cut, 'batches', coalesce(r.batches, '[]')) order by l.number desc)
      from launch l
      left join lateral (
        select ${moment('max(x.received_at)')} as received, min(x.cut_from) as cut,
          json_agg(x.calls order by x.received_at) as batches
        from runtime_log x where x.launch_id = l.id
      ) r on true
      where l.attempt_id = t.id
    ), '[]') as launches
  from attempt t
  join course c on c.id = t.course_id
  join activity a on a.id = t.activity_id
  join person w on w.id = t.person_id
  where t.id = $1 and t.course_id = $2 and ${oneInScopeSql('t.person_id', '$3', '$4')}`;

@Injectable()
export class GetRuntimeLog {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, courseId: string, attemptId: string): Promise<RuntimeLog> {
    const values = [attemptId, courseId, ctx.actor.personId, ctx.today];
    const row = await this.sql.row<Row>('runtime-log', LOG, values);
    if (!row) throw new NotFound();
    const launches = row.launches.map(({ batches, ...launch }) => ({ ...launch, calls: inOrder(batches) }));
    return { ...row, launches };
  }
}
