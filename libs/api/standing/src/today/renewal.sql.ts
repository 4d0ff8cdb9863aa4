const courseJson = (id: string): string =>
  `(select json_build_object('courseId', x.id, 'title', x.title) from course x where x.id = ${id})`;

/**
 * What renews the course of a row on a day, where another course can: the refresher, with the remainder after some lapses,
 * or only the whole again. Null where a course is renewed by itself, or is not to be renewed.
 */
export const renewalJson = (row: string, today: string): string => `(
  select json_build_object('needs', renewal_on(v, ${row}.valid_until, ${today}), 'refresher', ${courseJson('v.refresher_course_id')},
    'remainder', ${courseJson('v.remainder_course_id')})
  from course_version v
  where v.course_id = ${row}.course_id and v.state = 'published' and v.refresher_course_id is not null
    and ${row}.standing in ('expiring', 'expired', 'overdue', 'in progress') and ${row}.ever_completed and ${row}.valid_until is not null)`;

/** The title of the course that the course of a row renews, when it is asked for by itself. */
export const refreshesSql = (row: string): string => `(
  select c.title from course_version v join course c on c.id = v.course_id
  where v.state = 'published' and v.refresher_course_id = ${row}.course_id order by c.title limit 1)`;
