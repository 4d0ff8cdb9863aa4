import { dateOf, isLocalDate, type LocalDate } from './local-date.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d\d:\d\d.*)?$/u;
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})(?: \d\d:\d\d.*)?$/u;
const IN_WORDS = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[-/ ]([a-z]{3,9})\.?,?[-/ ](\d{2}|\d{4})$/iu;

/**
 * A day as people in Britain type it: `2026-03-29`, `29/3/2026`, `29.03.26`, `29 Mar 2026`, `Sun 29th March 2026`. The day
 * comes before the month. Years of two digits are this century's. Null when it is no day, or in a year that nothing is
 * counted in.
 */
export const typedDay = (text: string): LocalDate | null => {
  const typed = text.trim();
  const yearFirst = YEAR_FIRST.exec(typed);
  if (yearFirst) return dayOf(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(typed);
  if (dayFirst) return dayOf(dayFirst[3], Number(dayFirst[2]), dayFirst[1]);
  const inWords = IN_WORDS.exec(typed);
  if (!inWords) return null;
  return dayOf(inWords[3], MONTHS.indexOf((inWords[2] ?? '').slice(0, 3).toLowerCase()) + 1, inWords[1]);
};

/** Whether it is the day of the year 9999 that other systems write for an end that never comes. */
export const isNever = (text: string): boolean => /^9999[-/.]|[-/. ]9999$/u.test(text.trim());

const dayOf = (year = '', month: number, day = ''): LocalDate | null => {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (full < 1900 || full > 2999 || month < 1 || month > 12 || Number(day) < 1) return null;
  const date = dateOf(full, month, Number(day));
  return isLocalDate(date) ? date : null;
};
