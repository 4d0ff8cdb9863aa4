import { civilFromDay, dayFromCivil, daysInMonth } from './civil.js';

/**
 * A calendar date in Europe/London, `YYYY-MM-DD`, years 0001 to 9999. Plain text, so that it compares with `<`,
 * travels as JSON and equals what PostgreSQL prints for a `date`. Inclusive wherever it ends something.
 */
export type LocalDate = string;

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : NaN;
};

const partsOf = (text: string): { year: number; month: number; day: number } | null => {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const month = digit(text, 5) * 10 + digit(text, 6);
  const day = digit(text, 8) * 10 + digit(text, 9);
  // A character that is no digit made its number NaN, and every comparison with NaN is false.
  const real = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return real ? { year, month, day } : null;
};

/** True for the text of a day that exists. */
export const isLocalDate = (value: unknown): value is LocalDate => typeof value === 'string' && partsOf(value) !== null;

/** Year, month 1–12 and day 1–31 of a date. Throws RangeError when it is not one. */
export const civilOf = (date: LocalDate): { year: number; month: number; day: number } => {
  const parts = partsOf(date);
  if (!parts) throw new RangeError(`Not a calendar date: ${date}`);
  return parts;
};

/** Writes a date. Throws RangeError outside the years 0001 to 9999. */
export const dateOf = (year: number, month: number, day: number): LocalDate => {
  if (!(year >= 1 && year <= 9999)) throw new RangeError('A calendar date outside the years 1 to 9999');
  const leading = year < 1000 ? '0'.repeat(year < 10 ? 3 : year < 100 ? 2 : 1) : '';
  return `${leading}${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
};

/** Days since 1 January 1970, negative before. Throws RangeError when the text is not a date. */
export const dayNumberOf = (date: LocalDate): number => {
  const { year, month, day } = civilOf(date);
  return dayFromCivil(year, month, day);
};

/** The reverse of `dayNumberOf`. */
export const dateOfDayNumber = (dayNumber: number): LocalDate => {
  const { year, month, day } = civilFromDay(dayNumber);
  return dateOf(year, month, day);
};
