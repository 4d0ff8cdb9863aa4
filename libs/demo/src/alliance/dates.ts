/** The calendar of the demo is the calendar of the product; this is the only place that says where it comes from. */
import { addDays, addMonths } from '@lms/domain';

export { addDays };

/** A calendar date in Europe/London, `YYYY-MM-DD`. */
export type LocalDate = string;

/** The last day on which something completed then still counts; null when it counts for life. */
export const lastValidDay = (completedOn: LocalDate, months: number | null): LocalDate | null =>
  months === null ? null : addDays(addMonths(completedOn, months), -1);
