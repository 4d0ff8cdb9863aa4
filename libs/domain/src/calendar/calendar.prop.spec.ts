import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, compareDates, dayOfWeek, daysBetween } from './arithmetic.js';
import { dateOfDayNumber, dayNumberOf, isLocalDate } from './local-date.js';
import { londonDate, londonMidnight, londonTime } from './london.js';

const DAY = 86_400_000;
const dayNumber = fc.integer({ min: -719_162, max: 2_932_896 });
const date = dayNumber.map(dateOfDayNumber);

// What the platform's own time-zone data says.
const intl = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const clockByIntl = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
const byIntl = (ms: number) => intl.format(ms);

describe('the calendar', () => {
  it('numbers days as the platform does', () => {
    fc.assert(
      fc.property(dayNumber, (n) => {
        const text = dateOfDayNumber(n);
        expect(text).toBe(new Date(n * DAY).toISOString().slice(0, 10));
        expect(isLocalDate(text)).toBe(true);
        expect(dayNumberOf(text)).toBe(n);
        expect(dayOfWeek(text) % 7).toBe(new Date(n * DAY).getUTCDay());
      }),
      { numRuns: 5000 },
    );
  });
  it('adds and subtracts days without a remainder', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
        fc.pre(dayNumberOf(d) + n >= -719_162 && dayNumberOf(d) + n <= 2_932_896);
        expect(daysBetween(d, addDays(d, n))).toBe(n);
        expect(Math.sign(compareDates(addDays(d, n), d))).toBe(Math.sign(n));
      }),
    );
  });
  it('adds months without leaving the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -200, max: 200 }), (n, m) => {
        const from = dateOfDayNumber(n);
        const to = addMonths(from, m);
        const months = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        expect(months(to) - months(from)).toBe(m);
        expect(to.slice(8) <= from.slice(8)).toBe(true);
        // A day is only given up at the end of a shorter month.
        if (to.slice(8) !== from.slice(8)) expect(addDays(to, 1).slice(8)).toBe('01');
      }),
      { numRuns: 3000 },
    );
  });
});

describe('London', () => {
  it('agrees with the time-zone data around both changes of every year', () => {
    for (let year = 1990; year <= 2100; year++) {
      for (const month of [2, 9]) {
        for (let day = 20; day <= 31; day++) {
          for (const minute of [-61, -60, -1, 0, 59, 60, 61]) {
            const ms = Date.UTC(year, month, day) + minute * 60_000;
            if (londonDate(ms) !== byIntl(ms)) throw new Error(`${new Date(ms).toISOString()}: ${londonDate(ms)}`);
          }
        }
      }
    }
  });
  it('agrees at any instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 11, 31, 23, 59, 59, 999) }), (ms) => {
        expect(londonDate(ms)).toBe(byIntl(ms));
        expect(londonTime(ms)).toBe(clockByIntl.format(ms));
        expect(londonDate(new Date(ms))).toBe(londonDate(ms));
      }),
      { numRuns: 5000 },
    );
  });
  it('begins a day at its midnight and not a millisecond before', () => {
    for (let n = dayNumberOf('1990-01-01'); n <= dayNumberOf('2100-12-31'); n++) {
      const text = dateOfDayNumber(n);
      const midnight = londonMidnight(text);
      if (londonDate(midnight) !== text) throw new Error(`${text} does not begin at ${midnight}`);
      if (n > dayNumberOf('1990-01-01') && londonDate(midnight - 1) !== dateOfDayNumber(n - 1)) {
        throw new Error(`${text} begins before ${midnight}`);
      }
    }
  });
  it('refuses what it does not know', () => {
    expect(() => londonDate(NaN)).toThrow(RangeError);
    expect(() => londonDate(new Date('nonsense'))).toThrow(RangeError);
    expect(() => londonDate(Date.UTC(1971, 5, 1))).toThrow(RangeError);
    expect(() => londonMidnight('2101-01-01')).toThrow(RangeError);
  });
});
