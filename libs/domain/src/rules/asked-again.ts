import { maxDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import { countsUntil, nextCycle } from '../recurrence/counts-until.js';
import type { NextCycle, RuleRecurrence } from '../recurrence/recurrence.js';

/** What somebody holds of a course: the newest completion, its last valid day (null is for life), and when that can be renewed. */
export interface Held {
  readonly completedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly windowFrom: LocalDate | null;
}

/** What a renewal goes on from: the last day of what it renews, and the first day that may be asked of a late joiner. */
export interface AskedBefore {
  readonly renewsUntil: LocalDate | null;
  readonly notBefore: LocalDate | null;
}

/**
 * When a rule asks for a course again; null when it does not. A rule that gives a course with a rhythm of its own counts
 * by that rhythm alone. One that gives a path renews each course of the path by it, and a course whose own validity ends
 * sooner by that. In SQL: `renewals_of`.
 */
export function askedAgain(
  how: RuleRecurrence,
  gives: 'course' | 'path',
  held: Held,
  { renewsUntil, notBefore }: AskedBefore = { renewsUntil: null, notBefore: null },
): NextCycle | null {
  if (how.kind === 'once') return null;
  const byCourse =
    held.validUntil === null || held.windowFrom === null ? null : { opensOn: held.windowFrom, dueOn: held.validUntil };
  if (how.kind === 'course') return byCourse;
  const { windowDays } = how.recurrence;
  const { dueOn } = nextCycle(countsUntil(how.recurrence, held.completedOn, renewsUntil), windowDays);
  const byRule = nextCycle(maxDate(dueOn, notBefore ?? dueOn) ?? dueOn, windowDays);
  return gives === 'path' && byCourse !== null ? sooner(byRule, byCourse) : byRule;
}

const sooner = (a: NextCycle, b: NextCycle): NextCycle => {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? a : b;
  return a.opensOn < b.opensOn ? a : b;
};
