import { daysInMonth } from './civil.js';
import { civilOf, dateOf, dateOfDayNumber, dayNumberOf, type LocalDate } from './local-date.js';

/** `days` later, earlier when negative; as PostgreSQL's `date + integer`. Throws RangeError when it is no date. */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumberOf(date) + whole(days));

/**
 * The same day `months` later, or the last day of that month when it is shorter: 31 January and one month is 28 or 29
 * February. As PostgreSQL's `(date + make_interval(months => m))::date`.
 */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = civilOf(date);
  const counted = year * 12 + month - 1 + whole(months);
  const toYear = Math.floor(counted / 12);
  const toMonth = counted - toYear * 12 + 1;
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
};

/** Days from one date to another, negative when `to` is earlier; as PostgreSQL's `to - from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumberOf(to) - dayNumberOf(from);

/** Negative, zero or positive, for `sort`. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const dayOfWeek = (date: LocalDate): number => isoDayOfWeek(dayNumberOf(date));

/** 1 January 1970, day 0, was a Thursday. */
export const isoDayOfWeek = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;

/** The earliest of the dates that are there; null when none is. */
export const minDate = (...dates: (LocalDate | null | undefined)[]): LocalDate | null =>
  dates.reduce<LocalDate | null>((least, date) => (date && (least === null || date < least) ? date : least), null);

/** The latest of the dates that are there; null when none is. */
export const maxDate = (...dates: (LocalDate | null | undefined)[]): LocalDate | null =>
  dates.reduce<LocalDate | null>((most, date) => (date && (most === null || date > most) ? date : most), null);

const whole = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
  return value;
};
