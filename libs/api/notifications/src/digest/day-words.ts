import { dateWords, daysBetween } from '@lms/domain';

/** "Fri 27 Nov 2026, in 5 days" of a calendar date, seen from today. */
export const dayAway = (date: string, today: string): string => `${dateWords(date)}, ${away(date, today)}`;

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
