import { dayOfWeek } from './arithmetic.js';
import { civilOf, type LocalDate } from './local-date.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date inside a sentence that is made where no screen is: `2026-11-27` as “27 Nov 2026”. */
export const dayInWords = (date: LocalDate): string => {
  const { year, month, day } = civilOf(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
};

/** The same with its day of the week: “Fri 27 Nov 2026”. */
export const dateWords = (date: LocalDate): string => `${DAYS[dayOfWeek(date) - 1]} ${dayInWords(date)}`;
