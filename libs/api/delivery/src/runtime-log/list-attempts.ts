import { Injectable } from '@nestjs/common';
import { type Ctx, NotFound, oneInScopeSql, Sql } from '@lms/api-platform';
import type { PersonAttempts } from '@lms/contracts';
import { moment } from './moment.js';

/** $1 person, $2 who asks, $3 today. */
const ATTEMPTS = `
  select coalesce(json_agg(json_build_object('attemptId', x.id, 'courseId', x.course_id, 'courseTitle', x.course,
    'activityTitle', x.title, 'number', x.number, 'state', x.state, 'updatedAt', ${moment('x.updated_at')})
    order by x.updated_at desc) filter (where x.id is not null), '[]') as items
  from person w
  left join lateral (
    select t.id, t.course_id, c.title as course, a.title, t.number, t.state, t.updated_at
    from attempt t join activity a on a.id = t.activity_id join course c on c.id = t.course_id
    where t.person_id = w.id and a.kind in ('scorm12', 'scorm2004')
    order by t.updated_at desc limit 50
  ) x on true
  where w.id = $1 and ${oneInScopeSql('w.id', '$2', '$3')}
  group by w.id`;

@Injectable()
export class ListAttempts {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, personId: string): Promise<PersonAttempts> {
    const row = await this.sql.row<PersonAttempts>('person-attempts', ATTEMPTS, [
      personId,
      ctx.actor.personId,
      ctx.today,
    ]);
    if (!row) throw new NotFound();
    return row;
  }
}
