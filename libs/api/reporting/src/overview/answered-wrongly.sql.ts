import type { MatrixParts } from '../matrix/matrix-sql.js';
import { worksAt } from './completed.sql.js';
import { learners, wrongAtLast } from './learners.sql.js';

/**
 * One page of who answered a question wrongly the last time, the last first. After the matrix's own values: the question, the
 * place to go on from (day, person), and how many.
 */
export function answeredWronglyPage(parts: MatrixParts, all: boolean): string {
  const [question, day, person, limit] = [1, 2, 3, 4].map((n) => `$${parts.values.length + n}`);
  return `
    with ${learners(parts)},
    page as (
      select * from (${wrongAtLast(all, `${question}::uuid`)}) l
      where ${day}::date is null or (answered_on, person_id) < (${day}, ${person}::uuid)
      order by answered_on desc, person_id desc limit ${limit}::int
    )
    select w.id as "personId", concat_ws(' ', w.given_name, w.family_name) as name, o.short_name as "organisationName",
      c.id as "courseId", c.title, q.text as question, g.answered_on::text as "answeredOn"
    from page g
    join person w on w.id = g.person_id
    join course c on c.id = g.course_id
    join current_question q on q.id = ${question}
    cross join lateral (${worksAt(parts.who, 'g.person_id')}) o
    order by g.answered_on desc, g.person_id desc`;
}
