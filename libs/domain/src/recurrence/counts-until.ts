import { addDays, addMonths, maxDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import { validUntil } from '../validity/validity.js';
import { firstOnOrAfter } from './month-day.js';
import type { NextCycle, Recurrence } from './recurrence.js';

/**
 * The last day on which a completion counts, inclusive. `previousUntil` is the last day of what it renews; null for the
 * first time and when the course was for life. In SQL: `counts_until`.
 */
export const countsUntil = (
  recurrence: Recurrence,
  completedOn: LocalDate,
  previousUntil: LocalDate | null = null,
): LocalDate => {
  if (recurrence.anchor === 'fixed-dates') {
    return firstOnOrAfter(recurrence.dates, addDays(completedOn, recurrence.minActiveDays));
  }
  const { anchor, months, windowDays } = recurrence;
  const early =
    anchor === 'previous-expiry' &&
    previousUntil !== null &&
    completedOn <= previousUntil &&
    completedOn >= addDays(previousUntil, -windowDays);
  const fromCompletion = validUntil(completedOn, months) ?? completedOn;
  // The day after the last one, so many months on, less a day. At month ends counting back can lose a day; never more.
  return early
    ? (maxDate(fromCompletion, addDays(addMonths(addDays(previousUntil, 1), months), -1)) ?? fromCompletion)
    : fromCompletion;
};

/** When what counts until `until` is owed again: due on its last day, open so many days before. */
export const nextCycle = (until: LocalDate, windowDays: number): NextCycle => ({
  opensOn: addDays(until, -windowDays),
  dueOn: until,
});
