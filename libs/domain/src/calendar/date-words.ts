import { dayOfWeek } from './arithmetic.js';
import type { LocalDate } from './local-date.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-27` as “Fri 27 Nov 2026”. */
export const dateWords = (date: LocalDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${DAYS[dayOfWeek(date) - 1]} ${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};
