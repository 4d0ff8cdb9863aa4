import { addDays, addMonths } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';

/**
 * The last day on which a completion still counts, inclusive: the day before the same day `months` later. `null`
 * months mean for life, and the answer is null. In SQL: `(completed_on + make_interval(months => m))::date - 1`.
 *
 * 15 March 2026 and 12 months is valid until 14 March 2027; 29 February 2024 and 12 months until 27 February 2025,
 * because the months are added first and end on 28 February. Throws RangeError unless months is a whole number from 1.
 */
export const validUntil = (completedOn: LocalDate, months: number | null): LocalDate | null => {
  if (months === null) return null;
  if (months < 1) throw new RangeError(`Validity is at least a month, not ${months}`);
  return addDays(addMonths(completedOn, months), -1);
};

/** How many days people have to read the new revision of a document that everyone is to read again. */
export const READ_AGAIN_DAYS = 14;

/** How long before the end a renewal can begin, in days, where a course says nothing else. */
export const DEFAULT_WINDOW_DAYS = 30;

/**
 * The first day of the renewal window: `windowDays` before the last valid day, inclusive; null for what is for life.
 * In SQL: `valid_until - window_days`.
 */
export const renewalWindowFrom = (
  validUntil: LocalDate | null,
  windowDays: number = DEFAULT_WINDOW_DAYS,
): LocalDate | null => {
  if (validUntil === null) return null;
  if (windowDays < 0) throw new RangeError(`A window opens before the end, not ${windowDays} days before`);
  return addDays(validUntil, -windowDays);
};
