import { minDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import { validUntil } from '../validity/validity.js';

/**
 * The last day on which a completion counts, inclusive, when cards stand behind it: the earliest of the cards' own
 * expiry dates and of what the course allows. Null when nothing ends it. In SQL: `complete_course_if_done`.
 */
export const validUntilWithEvidence = (
  completedOn: LocalDate,
  months: number | null,
  expiries: readonly (LocalDate | null)[],
): LocalDate | null =>
  [validUntil(completedOn, months), ...expiries].reduce<LocalDate | null>(
    (earliest, date) => (earliest === null || date === null ? (earliest ?? date) : minDate(earliest, date)),
    null,
  );
