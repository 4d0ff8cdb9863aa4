import { isoDayOfWeek } from './arithmetic.js';
import { civilFromDay, dayFromCivil } from './civil.js';
import { dateOfDayNumber, dayNumberOf, isLocalDate, type LocalDate } from './local-date.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The days on which British Summer Time begins and ends in one year, since 1970; both changes are at 01:00 UTC. */
interface Summer {
  readonly firstDay: number;
  readonly lastDay: number;
}
const summers = new Map<number, Summer>();

const onOrBefore = (dayNumber: number): number => dayNumber - (isoDayOfWeek(dayNumber) % 7);

/**
 * The clocks go forward on the last Sunday of March and back on the last Sunday of October; until 1995 they went back
 * on the Sunday from 22 to 28 October.
 */
const summerOf = (year: number): Summer => {
  let summer = summers.get(year);
  if (!summer) {
    const latestBack = year < 1996 ? 28 : 31;
    summer = {
      firstDay: onOrBefore(dayFromCivil(year, 3, 31)),
      lastDay: onOrBefore(dayFromCivil(year, 10, latestBack)),
    };
    summers.set(year, summer);
  }
  return summer;
};

/**
 * The date that a calendar in London shows at an instant. `instant` is a Date or milliseconds since 1970 in UTC.
 * Right from 1990 to 2100; throws RangeError for an invalid instant or one outside those years.
 */
export const londonDate = (instant: Date | number): LocalDate =>
  dateOfDayNumber(Math.floor(londonMilliseconds(instant) / DAY));

/** `HH:MM` that a clock in London shows at an instant; as {@link londonDate}. */
export const londonTime = (instant: Date | number): string =>
  new Date(londonMilliseconds(instant)).toISOString().slice(11, 16);

/** Milliseconds since midnight of 1 January 1970 as the clocks in London count them. */
const londonMilliseconds = (instant: Date | number): number => {
  const ms = typeof instant === 'number' ? instant : instant.getTime();
  const { year } = civilFromDay(Math.floor(ms / DAY));
  checkYear(year);
  const { firstDay, lastDay } = summerOf(year);
  return ms >= firstDay * DAY + HOUR && ms < lastDay * DAY + HOUR ? ms + HOUR : ms;
};

/**
 * The instant at which a date begins in London, in milliseconds since 1970. Midnight is never skipped or repeated,
 * because the clocks change at 01:00 UTC. Right from 1990 to 2100; throws RangeError outside.
 */
export const londonMidnight = (date: LocalDate): number => {
  const dayNumber = dayNumberOf(date);
  const { year } = civilFromDay(dayNumber);
  checkYear(year);
  const { firstDay, lastDay } = summerOf(year);
  return dayNumber * DAY - (dayNumber > firstDay && dayNumber <= lastDay ? HOUR : 0);
};

/**
 * The instant at which clocks in London show a time, given in minutes after midnight, in milliseconds since 1970. Of the
 * hour that comes twice the first is meant; in the hour that is skipped it is the time an hour later.
 */
export const londonInstant = (date: LocalDate, minutes: number): number => {
  const plain = londonMidnight(date) + minutes * 60_000;
  const dayNumber = dayNumberOf(date);
  const { firstDay, lastDay } = summerOf(civilFromDay(dayNumber).year);
  if (dayNumber === firstDay && minutes >= 120) return plain - HOUR;
  return dayNumber === lastDay && minutes >= 120 ? plain + HOUR : plain;
};

/**
 * The day, and the instant in milliseconds since 1970, of what calendar and clock in London show: `2026-05-14T09:00`.
 * Null where there is no such day.
 */
export const londonMoment = (shown: string): { readonly on: LocalDate; readonly at: number } | null => {
  const [on = '', time = ''] = shown.split('T');
  if (!isLocalDate(on)) return null;
  return { on, at: londonInstant(on, Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) };
};

const checkYear = (year: number): void => {
  if (!(year >= 1990 && year <= 2100))
    throw new RangeError(`The clock changes are known from 1990 to 2100, not ${year}`);
};
