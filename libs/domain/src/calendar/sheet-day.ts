import { addDays } from './arithmetic.js';
import type { LocalDate } from './local-date.js';
import { typedDay } from './typed-day.js';

/** What a spreadsheet keeps of a day, and shows where a cell is not formatted as one: 45931, or 45931.75 with a time. */
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/u;
/** Its day 0, for all days since March 1900. */
const BEGINNING = '1899-12-30';

/** A day out of a spreadsheet: as somebody types it, or as its number. Five digits alone are no other way to write a day. */
export const sheetDay = (text: string): LocalDate | null => {
  const serial = SERIAL.exec(text.trim());
  return serial ? addDays(BEGINNING, Number(serial[1])) : typedDay(text);
};
