import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../calendar/arithmetic.js';
import { dateOfDayNumber } from '../calendar/local-date.js';
import { londonDate, londonMidnight } from '../calendar/london.js';
import { countsUntil, nextCycle } from './counts-until.js';
import type { Recurrence } from './recurrence.js';
import { recurrences } from './recurrences.test.js';

const day = fc.integer({ min: 9000, max: 40_000 }).map(dateOfDayNumber);

describe('recurrence', () => {
  it('never ends before the day of completion, and later is never shorter', () => {
    fc.assert(
      fc.property(recurrences, day, fc.integer({ min: 0, max: 400 }), (recurrence, on, later) => {
        const until = countsUntil(recurrence, on);
        expect(until >= on).toBe(true);
        expect(countsUntil(recurrence, addDays(on, later)) >= until).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
  it('loses nothing by an early renewal: year after year on any day of the window, the end of the last day stays', () => {
    const years = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 3, maxLength: 25 });
    fc.assert(
      fc.property(day, years, (first, earlier) => {
        const yearly: Recurrence = { anchor: 'previous-expiry', months: 12, windowDays: 90 };
        let until = countsUntil(yearly, first);
        for (const days of earlier) {
          const next = countsUntil(yearly, addDays(until, -days), until);
          // A year, whether or not it has a leap day.
          expect(daysBetween(until, next)).toBeGreaterThanOrEqual(365);
          expect(daysBetween(until, next)).toBeLessThanOrEqual(366);
          until = next;
        }
      }),
    );
  });
  it('leaves no day between two cycles when each is done on its last day', () => {
    fc.assert(
      fc.property(recurrences, day, (recurrence, on) => {
        fc.pre(recurrence.anchor !== 'fixed-dates');
        const { dueOn, opensOn } = nextCycle(countsUntil(recurrence, on), recurrence.windowDays);
        expect(daysBetween(opensOn, dueOn)).toBe(recurrence.windowDays);
        expect(countsUntil(recurrence, dueOn, dueOn) > dueOn).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
  it('counts the day of London, on both days of every year that the clocks change', () => {
    const yearly: Recurrence = { anchor: 'completion', months: 12, windowDays: 30 };
    for (let year = 2024; year <= 2040; year += 1) {
      for (const [month, last] of [
        [2, 31],
        [9, 31],
      ] as const) {
        for (let d = last - 7; d <= last; d += 1) {
          const date = new Date(Date.UTC(year, month, d)).toISOString().slice(0, 10);
          const until = countsUntil(yearly, date);
          // The first and the last moment of a day that is 23, 24 or 25 hours long are of that day.
          expect(londonDate(londonMidnight(date))).toBe(date);
          expect(londonDate(londonMidnight(addDays(until, 1)) - 1)).toBe(until);
        }
      }
    }
  });
});
