import { civilOf, type LocalDate } from './local-date.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date inside a sentence that is made where no screen is: "30 Nov 2026". */
export const dayInWords = (date: LocalDate): string => {
  const { year, month, day } = civilOf(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
};
