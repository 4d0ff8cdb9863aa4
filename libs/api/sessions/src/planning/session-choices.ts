import { type Ctx, likePattern, Sql } from '@lms/api-platform';
import type { SessionCourses, SessionTrainers } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

const COURSES = `
  select c.id as "courseId", c.code, c.title,
    json_agg(json_build_object('activityId', a.id, 'title', a.title, 'minutes', a.minutes) order by a.position) as activities
  from course c
  join course_version v on v.course_id = c.id and v.state = 'published'
  join activity a on a.course_version_id = v.id and a.kind = 'in-person'
  where not c.template and ($1::text is null or c.title ilike $1 or c.code ilike $1)
  group by c.id order by lower(c.title), c.id limit 50`;

/** $1 today, $2 a pattern. */
const TRAINERS = `
  select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name
  from people_holding('{trainer,people-team}', $1) h(id) join person p on p.id = h.id
  where p.erased_at is null and ($2::text is null or concat_ws(' ', p.given_name, p.known_as, p.family_name) ilike $2)
  order by lower(p.family_name), lower(p.given_name), p.id limit 50`;

/** What whoever plans a session chooses from. */
@Injectable()
export class SessionChoices {
  constructor(private readonly sql: Sql) {}

  async courses(q: string): Promise<SessionCourses> {
    return { items: await this.sql.rows('session-courses', COURSES, [likePattern(q)]) };
  }

  async trainers(ctx: Ctx, q: string): Promise<SessionTrainers> {
    return { items: await this.sql.rows('session-trainers', TRAINERS, [ctx.today, likePattern(q)]) };
  }
}
