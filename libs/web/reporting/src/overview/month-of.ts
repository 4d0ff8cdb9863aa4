import { addDays } from '@lms/domain';

const months = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "Dec 2026" of a calendar date. */
export const monthOf = (date: string): string => months.format(new Date(`${date}T00:00:00Z`));

const short = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** "Dec", and "Jan 27" where a year begins: for the foot of a chart. */
export function shortMonthOf(date: string): string {
  const name = short.format(new Date(`${date}T00:00:00Z`));
  return date.slice(5, 7) === '01' ? `${name} ${date.slice(2, 4)}` : name;
}

/** The last day of a calendar date's month. */
export const endOfMonth = (date: string): string =>
  addDays(`${addDays(`${date.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1);
