import { dayOfWeek, daysBetween, londonDate } from '@lms/domain';
import { formatTexts } from './texts.js';

const { t } = formatTexts;

function parts(date: string) {
  return {
    weekday: t(`weekday.d${dayOfWeek(date)}` as 'weekday.d1'),
    day: Number(date.slice(8)),
    month: t(`month.m${Number(date.slice(5, 7))}` as 'month.m1'),
    year: date.slice(0, 4),
  };
}

/** "Fri 27 Nov 2026" of a calendar date `YYYY-MM-DD`. */
export const formatDay = (date: string): string => t('dayWithYear', parts(date));

/** "Fri 27 Nov", where the year is plain. */
export const formatShortDay = (date: string): string => t('day', parts(date));

/**
 * "in 5 days", "today", "3 days ago": a date seen from today, both calendar dates in London. Beyond 60 days in about
 * so many months, beyond two years in years.
 */
export function formatAway(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return t('today');
  if (days === 1) return t('tomorrow');
  if (days === -1) return t('yesterday');
  const distance = Math.abs(days);
  if (distance <= 60) return t(days > 0 ? 'inDays' : 'daysAgo', { count: distance });
  const months = Math.round(distance / 30.4375);
  if (months < 24) return t(days > 0 ? 'inMonths' : 'monthsAgo', { count: months });
  return t(days > 0 ? 'inYears' : 'yearsAgo', { count: Math.round(distance / 365.25) });
}

/** "Fri 27 Nov 2026, in 5 days" */
export const formatDayAway = (date: string, today: string): string =>
  t('dayAndAway', { day: formatDay(date), away: formatAway(date, today) });

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/** "Mon 23 Nov 2026", the London day of an instant in UTC. */
export const formatDayOf = (instant: string): string => formatDay(londonDate(new Date(instant)));

/** "07:12" in London, of an instant in UTC. */
export const formatTime = (instant: string): string => clock.format(new Date(instant));

/** "Mon 23 Nov 2026, 07:12" in London, of an instant in UTC. */
export const formatMoment = (instant: string): string =>
  t('moment', { day: formatDayOf(instant), time: formatTime(instant) });

/** The hour of an instant in London, 0 to 23. */
export const londonHour = (instant: Date): number => Number(clock.format(instant).slice(0, 2));
