import { daysInMonth } from '../calendar/civil.js';
import { civilOf, dateOf, isLocalDate, type LocalDate } from '../calendar/local-date.js';
import type { MonthDay } from './recurrence.js';

/** True for the text of a day that some year has, `MM-DD`. */
export const isMonthDay = (text: string): boolean => text.length === 5 && isLocalDate(`2024-${text}`);

/** The first of the days, in any year, that is `from` or later. Throws RangeError without days. */
export const firstOnOrAfter = (days: readonly MonthDay[], from: LocalDate): LocalDate => {
  const { year } = civilOf(from);
  const candidates = [year, year + 1].flatMap((y) => days.map((day) => inYear(day, y)));
  const first = candidates.filter((date) => date >= from).sort()[0];
  if (first === undefined) throw new RangeError('A fixed recurrence needs a day');
  return first;
};

const inYear = (text: MonthDay, year: number): LocalDate => {
  const { month, day } = civilOf(`2024-${text}`);
  return dateOf(year, month, Math.min(day, daysInMonth(year, month)));
};
