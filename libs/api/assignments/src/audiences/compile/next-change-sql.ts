import { type AudiencePredicate, conditionsOf, coursesReadBy, managersReadBy } from '@lms/domain';
import type { Params } from './params.js';

/** The domain's `nextChangeOn` over the row `e`, and the days in `more`: a date, or null. */
export function nextChangeSql(
  predicate: AudiencePredicate,
  params: Params,
  today: string,
  more: readonly string[] = [],
): string {
  const days = conditionsOf(predicate).flatMap((condition) =>
    condition.is === 'days-since-start'
      ? [condition.atLeast, condition.atMost === null ? null : condition.atMost + 1].filter((n) => n !== null)
      : [],
  );
  const turns = [
    'e.ends_on + 1',
    ...more,
    ...days.map((n) => `e.starts_on + ${params.add(n, 'int')}`),
    ...(managersReadBy(predicate).length > 0 ? [`line_ends_on(e.id, ${today}) + 1`] : []),
    ...coursesReadBy(predicate).map((course) => expirySql(params.add(course, 'uuid'))),
  ];
  return `least(${turns.map((day) => `(select d.day from (select ${day} as day) d where d.day > ${today})`).join(', ')})`;
}

const expirySql = (course: string): string =>
  `(select s.valid_until + 1 from standing_dates s where s.person_id = e.person_id and s.course_id = ${course} and s.ever_completed)`;
