import { addDays, londonInstant, londonMidnight, londonTime } from '@lms/domain';

/** After this nobody is written to; what was missed is told the next day. */
export const LATEST = '20:00';
const LATEST_MINUTES = 20 * 60;

/** Until when the mail of a day is worth sending. Whoever is reminded by hand in the evening is written to that evening. */
export const goodUntil = (today: string, at: Date): Date =>
  new Date(londonTime(at) < LATEST ? londonInstant(today, LATEST_MINUTES) : londonMidnight(addDays(today, 1)));
