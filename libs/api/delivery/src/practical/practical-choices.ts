import { Injectable } from '@nestjs/common';
import { type Ctx, NotFound, oneInScopeSql, Sql } from '@lms/api-platform';
import type { PracticalChoices } from '@lms/contracts';
import { signBasisSql } from './may-sign.sql.js';

/**
 * $1 actor, $2 today, $3 person. Each course in the version that the person is on, as in the player; an employer is told what
 * its own reasons ask for.
 */
const CHOICES = `
  with sight as materialized (
    select sees_whole_record($1, $3, $2) as whole, array(select seen_engagements($1, $3, $2)) as seen
  ), asked as materialized (
    select k.course_id from sight g cross join lateral courses_asked_by($3, g.seen) k where not g.whole
  )
  select a.id as "activityId", a.title as "activityTitle", c.title as "courseTitle", told.it and coalesce(s.required, false) as required,
    case when told.it and coalesce(s.window_from > $2, s.lifetime) then s.completed_on::text end as "doneOn"
  from sight g
  cross join course c
  cross join lateral (select g.whole or c.id in (select course_id from asked) as it) told
  left join standing_dates s on s.course_id = c.id and s.person_id = $3
  join course_version v on v.id = learner_version($3, c.id, $2)
  join activity a on a.course_version_id = v.id and a.kind = 'practical'
  where ${signBasisSql({ actor: '$1', today: '$2', person: '$3::uuid', settings: 'a.settings', asked: 'false' })} is not null
  order by 4 desc, c.title, a.position
  limit 100`;

/** What the actor may sign for one person in their scope, whatever is asked of the person first. */
@Injectable()
export class GetPracticalChoices {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, personId: string): Promise<PracticalChoices> {
    const { personId: actor } = ctx.actor;
    const seen = await this.sql.row(
      'practical-choices-person',
      `select from person p where p.id = $1 and p.erased_at is null
         and ${oneInScopeSql('p.id', '$2', '$3')}`,
      [personId, actor, ctx.today],
    );
    if (!seen) throw new NotFound();
    const values = [actor, ctx.today, personId];
    return { items: await this.sql.rows<PracticalChoices['items'][number]>('practical-choices', CHOICES, values) };
  }
}
