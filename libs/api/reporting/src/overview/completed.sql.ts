import type { MatrixParts } from '../matrix/matrix-sql.js';
import { isCompletion, learners } from './learners.sql.js';

/** Where a member of `people` works, of what the filters leave: a condition on engagement e of person p. */
export const worksAt = (who: string, person: string): string => `
  select o.short_name from engagement e join person p on p.id = e.person_id join organisation o on o.id = e.organisation_id
  where p.id = ${person} and ${who} order by e.starts_on desc, e.id limit 1`;

/** Which completions: all whom the reader sees, and whether of one course alone. */
export interface Asked {
  parts: MatrixParts;
  all: boolean;
  ofCourse: boolean;
}

/**
 * Of an entry l: on which days, and in which course, by the two or three values after the matrix's own. Nothing after today
 * counts. A course is not spoken of where none is chosen: the days alone are found in an index.
 */
const within = ({ parts: { values }, ofCourse }: Asked): string => {
  const [from, to, course] = [1, 2, 3].map((n) => `$${values.length + n}`);
  return `l.completed_on >= coalesce(${from}::date, '1900-01-01') and l.completed_on <= least(${to}::date, $1::date)
    ${ofCourse ? `and l.course_id = ${course}::uuid` : ''}`;
};

/** One page, the newest first. After those values: the place to go on from (day, chain, number in it), and how many. */
export function completedPage(asked: Asked): string {
  const { parts, all, ofCourse } = asked;
  const [day, chain, seq, limit] = [0, 1, 2, 3].map((n) => `$${parts.values.length + (ofCourse ? 4 : 3) + n}`);
  return `
    with ${learners(parts)},
    page as materialized (
      select l.person_id as chain, l.seq, l.completed_on, h.person_id
      from ledger_entry l join chains h on h.chain = l.person_id
      where ${within(asked)} and ${isCompletion(all)}
        and (${day}::date is null or (l.completed_on, l.person_id, l.seq) < (${day}, ${chain}::uuid, ${seq}::int))
      order by l.completed_on desc, l.person_id desc, l.seq desc limit ${limit}::int
    )
    select w.id as "personId", concat_ws(' ', w.given_name, w.family_name) as name, o.short_name as "organisationName",
      c.id as "courseId", c.title, g.completed_on::text as "completedOn", l.valid_until::text as "validUntil", g.chain, g.seq
    from page g
    join ledger_entry l on l.person_id = g.chain and l.seq = g.seq
    join person w on w.id = g.person_id
    join course c on c.id = l.course_id
    cross join lateral (${worksAt(parts.who, 'g.person_id')}) o
    order by g.completed_on desc, g.chain desc, g.seq desc`;
}

/** The contract's JSON. */
export const completedTotals = (asked: Asked): string => `
  with ${learners(asked.parts)},
  counted as materialized (
    select k.course_id, h.person_id, sum(k.n)::int as n
    from (
      select l.person_id as chain, l.course_id, count(*) as n from ledger_entry l where ${within(asked)} and ${isCompletion(asked.all)} group by 1, 2
    ) k join chains h on h.chain = k.chain
    group by 1, 2
  )
  select json_build_object(
    'completions', (select coalesce(sum(n), 0) from counted),
    'people', (select count(distinct person_id) from counted),
    'courses', (
      select coalesce(json_agg(json_build_object('courseId', c.id, 'title', c.title, 'completions', k.n, 'people', k.people)
        order by k.n desc, lower(c.title), c.id), '[]')
      from (select course_id, sum(n)::int as n, count(*)::int as people from counted group by 1) k join course c on c.id = k.course_id
    )
  )::text as answer`;
