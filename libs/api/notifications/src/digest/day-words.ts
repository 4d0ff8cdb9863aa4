import { dayOfWeek, daysBetween } from '@lms/domain';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Fri 27 Nov 2026, in 5 days" of a calendar date, seen from today. */
export const dayAway = (date: string, today: string): string => `${day(date)}, ${away(date, today)}`;

export const day = (date: string): string =>
  `${WEEKDAYS[dayOfWeek(date) - 1]} ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

function away(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const length = lengthOf(Math.abs(days));
  return days > 0 ? `in ${length}` : `${length} ago`;
}

/** Days up to two months, then months, from two years on years: as the web app says it. */
function lengthOf(days: number): string {
  if (days <= 60) return `${days} days`;
  const months = Math.round(days / 30.4375);
  return months < 24 ? `${months} months` : `${Math.round(days / 365.25)} years`;
}
