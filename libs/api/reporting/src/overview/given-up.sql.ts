import type { MatrixParts } from '../matrix/matrix-sql.js';
import { worksAt } from './completed.sql.js';
import { isGivenUp, learners } from './learners.sql.js';

/**
 * One page of who stopped where, the last first. After the matrix's own values: course, activity, the place to go on from
 * (day, person, activity), and how many.
 */
export function givenUpPage(parts: MatrixParts, all: boolean): string {
  const [course, activity, day, person, at, limit] = [1, 2, 3, 4, 5, 6].map((n) => `$${parts.values.length + n}`);
  return `
    with ${learners(parts)},
    stopped as (
      select a.person_id, a.course_id, a.activity_id, max((a.updated_at at time zone 'Europe/London')::date) as last_on
      from attempt a join people w on w.person_id = a.person_id
      where ${isGivenUp(all)} and (${course}::uuid is null or a.course_id = ${course}) and (${activity}::uuid is null or a.activity_id = ${activity})
      group by 1, 2, 3
    ),
    page as (
      select * from stopped
      where ${day}::date is null or (last_on, person_id, activity_id) < (${day}, ${person}::uuid, ${at}::uuid)
      order by last_on desc, person_id desc, activity_id desc limit ${limit}::int
    )
    select w.id as "personId", concat_ws(' ', w.given_name, w.family_name) as name, o.short_name as "organisationName",
      c.id as "courseId", c.title, v.id as "activityId", v.title as activity, g.last_on::text as "lastOn"
    from page g
    join person w on w.id = g.person_id
    join course c on c.id = g.course_id
    join activity v on v.id = g.activity_id
    cross join lateral (${worksAt(parts.who, 'g.person_id')}) o
    order by g.last_on desc, g.person_id desc, g.activity_id desc`;
}
