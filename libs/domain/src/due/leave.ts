import { addDays, daysBetween, maxDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import { mergeIntervals, type DateInterval } from '../standing/intervals.js';

/** Nobody who comes back has less than this: the day of return and so many days after it. */
export const RETURN_DAYS = 7;

/**
 * A due date with leave of absence taken into account: the days of leave between the opening and the due date do not
 * count, and nothing is due before `RETURN_DAYS` after the return. Leave that begins after the due date, or ended before
 * it opened, changes nothing; a due date is never moved forward. In SQL: `due_after_leave`.
 */
export const dueAfterLeave = (
  cycle: { readonly opensOn: LocalDate | null; readonly dueOn: LocalDate },
  leaves: readonly DateInterval[],
): LocalDate =>
  mergeIntervals(leaves).reduce<LocalDate>((due, { from, to }) => {
    const paused = maxDate(cycle.opensOn, from) ?? from;
    if (from > due || to < paused) return due;
    const resumed = addDays(due, daysBetween(paused, to) + 1);
    return maxDate(resumed, addDays(to, 1 + RETURN_DAYS)) ?? resumed;
  }, cycle.dueOn);

/**
 * A day until which somebody was given more time, on `givenOn`, with leave taken into account. Leave that was entered since
 * is not counted; whoever chose the day knew of the rest, so that it is only never within leave. In SQL:
 * `extension_after_leave`.
 */
export const extendedAfterLeave = (
  { givenOn, until }: { readonly givenOn: LocalDate; readonly until: LocalDate },
  { known, since }: { readonly known: readonly DateInterval[]; readonly since: readonly DateInterval[] },
): LocalDate => {
  const day = dueAfterLeave({ opensOn: givenOn, dueOn: until }, since);
  return dueAfterLeave({ opensOn: day, dueOn: day }, [...known, ...since]);
};
