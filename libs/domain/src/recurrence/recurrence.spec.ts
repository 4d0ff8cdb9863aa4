import { describe, expect, it } from '@jest/globals';
import { countsUntil, nextCycle } from './counts-until.js';
import { renewalOn } from './lapse.js';
import { firstOnOrAfter, isMonthDay } from './month-day.js';
import type { Recurrence } from './recurrence.js';

const yearly: Recurrence = { anchor: 'previous-expiry', months: 12, windowDays: 30 };
const fixed: Recurrence = { anchor: 'fixed-dates', dates: ['03-31', '09-30'], minActiveDays: 90, windowDays: 60 };

describe('how long a completion counts', () => {
  it.each<[string, Recurrence, string, string | null, string]>([
    ['the first time', yearly, '2026-03-15', null, '2027-03-14'],
    ['inside the window nothing is lost', yearly, '2027-02-12', '2027-03-14', '2028-03-14'],
    ['on the last day', yearly, '2027-03-14', '2027-03-14', '2028-03-14'],
    ['a day before the window', yearly, '2027-02-11', '2027-03-14', '2028-02-10'],
    ['after a lapse', yearly, '2027-03-15', '2027-03-14', '2028-03-14'],
    ['from completion', { ...yearly, anchor: 'completion' }, '2027-02-20', '2027-03-14', '2028-02-19'],
    ['over a leap day', yearly, '2024-02-29', null, '2025-02-27'],
    ['to the end of February', yearly, '2027-02-10', '2027-02-28', '2028-02-29'],
    ['to the last day of a month', { ...yearly, months: 1 }, '2026-01-31', null, '2026-02-27'],
    ['until the fixed day', fixed, '2026-01-05', null, '2026-09-30'],
    ['exactly so many days before it', fixed, '2025-12-31', null, '2026-03-31'],
    ['over the turn of the year', fixed, '2026-07-05', null, '2027-03-31'],
    [
      'on a day that most years lack',
      { ...fixed, dates: ['02-29'], minActiveDays: 0 },
      '2026-02-28',
      null,
      '2026-02-28',
    ],
    ['and in the year that has it', { ...fixed, dates: ['02-29'], minActiveDays: 0 }, '2027-03-01', null, '2028-02-29'],
  ])('%s', (_name, recurrence, on, previous, until) => {
    expect(countsUntil(recurrence, on, previous)).toBe(until);
  });
  it('opens the next one so many days before the last', () => {
    expect(nextCycle('2027-03-14', 30)).toEqual({ opensOn: '2027-02-12', dueOn: '2027-03-14' });
    expect(nextCycle('2028-03-01', 1)).toEqual({ opensOn: '2028-02-29', dueOn: '2028-03-01' });
  });
  it('knows the days of a year', () => {
    expect(['02-29', '12-31', '02-30', '2-3', '13-01', ''].map(isMonthDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => firstOnOrAfter([], '2026-01-01')).toThrow(RangeError);
  });
});

describe('what renews a course', () => {
  const until = '2026-06-30';
  it.each([
    ['SMSTS in time', { kind: 'full' as const }, '2026-06-30', 'refresher'],
    ['SMSTS a day late', { kind: 'full' as const }, '2026-07-01', 'full'],
    ['first aid in its days of grace', { kind: 'refresher' as const, withinDays: 28 }, '2026-07-28', 'refresher'],
    ['first aid after them', { kind: 'refresher' as const, withinDays: 28 }, '2026-07-29', 'full'],
    ['NRSWA in time', { kind: 'remainder' as const }, '2026-06-30', 'refresher'],
    ['NRSWA late', { kind: 'remainder' as const }, '2026-07-01', 'refresher-and-remainder'],
  ])('%s', (_name, lapse, on, renewal) => {
    expect(renewalOn({ lapse, hasRefresher: true }, until, on)).toBe(renewal);
  });
  it('is the whole course for the first time, and where there is no refresher', () => {
    expect(renewalOn({ lapse: { kind: 'remainder' }, hasRefresher: true }, null, until)).toBe('full');
    expect(renewalOn({ lapse: { kind: 'refresher', withinDays: 90 }, hasRefresher: false }, until, until)).toBe('full');
  });
});
