import { addDays, minDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import { conditionsOf } from './conditions.js';
import type { AudienceCondition, AudienceFacts, AudiencePredicate } from './predicate.js';

/**
 * The first day after the facts' own on which the answer can be another one by the calendar alone: an engagement that
 * ends (also a manager's, above), days since the start, a course that expires. Null when only a new fact can change it.
 */
export const nextChangeOn = (predicate: AudiencePredicate, facts: AudienceFacts): LocalDate | null =>
  minDate(
    ...[
      dayAfter(facts.endsOn),
      ...conditionsOf(predicate).flatMap((condition) => turningDays(condition, facts)),
    ].filter((day) => day !== null && day > facts.on),
  );

const dayAfter = (day: LocalDate | null | undefined): LocalDate | null => (day ? addDays(day, 1) : null);

function turningDays(condition: AudienceCondition, facts: AudienceFacts): (LocalDate | null)[] {
  if (condition.is === 'days-since-start') {
    return [
      condition.atLeast === null ? null : addDays(facts.startsOn, condition.atLeast),
      condition.atMost === null ? null : addDays(facts.startsOn, condition.atMost + 1),
    ];
  }
  if (condition.is === 'holds' || condition.is === 'lacks') return [dayAfter(facts.holds[condition.courseId])];
  if (condition.is === 'reports-to') return [dayAfter(facts.lineEndsOn)];
  return [];
}
