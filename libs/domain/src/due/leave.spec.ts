import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/arithmetic.js';
import { dateOfDayNumber } from '../calendar/local-date.js';
import { dueAfterLeave, extendedAfterLeave, RETURN_DAYS } from './leave.js';

const cycle = { opensOn: '2026-03-01', dueOn: '2026-03-31' };

describe('a due date and leave of absence', () => {
  it.each([
    ['none', [], '2026-03-31'],
    ['over before it opened', [{ from: '2026-02-01', to: '2026-02-28' }], '2026-03-31'],
    ['begun after it was due', [{ from: '2026-04-01', to: '2026-06-30' }], '2026-03-31'],
    ['ten days in the middle', [{ from: '2026-03-10', to: '2026-03-19' }], '2026-04-10'],
    ['the last day alone', [{ from: '2026-03-31', to: '2026-03-31' }], '2026-04-08'],
    ['begun before it opened', [{ from: '2026-01-01', to: '2026-03-05' }], '2026-04-05'],
    ['a parental leave', [{ from: '2026-03-21', to: '2026-12-20' }], '2026-12-31'],
    [
      'two that touch are one',
      [
        { from: '2026-03-15', to: '2026-03-19' },
        { from: '2026-03-10', to: '2026-03-14' },
      ],
      '2026-04-10',
    ],
    [
      'a second one inside what the first has added',
      [
        { from: '2026-03-10', to: '2026-03-19' },
        { from: '2026-04-06', to: '2026-04-07' },
      ],
      '2026-04-15',
    ],
  ])('%s', (_name, leaves, due) => {
    expect(dueAfterLeave(cycle, leaves)).toBe(due);
  });
  it('never falls into leave, never before the days of return, never earlier than without', () => {
    const day = fc.integer({ min: 20_000, max: 20_200 }).map(dateOfDayNumber);
    const leaves = fc.array(
      fc.tuple(day, fc.integer({ min: 0, max: 60 })).map(([from, n]) => ({ from, to: addDays(from, n) })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), leaves, (opensOn, days, list) => {
        const dueOn = addDays(opensOn, days);
        const due = dueAfterLeave({ opensOn, dueOn }, list);
        expect(due >= dueOn).toBe(true);
        for (const { from, to } of list) {
          if (from <= due && to >= opensOn) expect(due > addDays(to, RETURN_DAYS)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('more time and leave of absence', () => {
  const extension = { givenOn: '2026-12-01', until: '2026-12-20' };
  it.each([
    ['none', [], [], '2026-12-20'],
    ['known when the day was chosen, and over by then', [{ from: '2026-12-05', to: '2026-12-14' }], [], '2026-12-20'],
    ['known, and the day lies within it', [{ from: '2026-12-05', to: '2026-12-24' }], [], '2027-01-01'],
    ['entered since', [], [{ from: '2026-12-05', to: '2026-12-14' }], '2026-12-30'],
    ['entered since, and longer', [], [{ from: '2026-12-10', to: '2027-01-31' }], '2027-02-11'],
    ['before it was given', [], [{ from: '2026-11-01', to: '2026-11-30' }], '2026-12-20'],
  ])('%s', (_name, known, since, until) => {
    expect(extendedAfterLeave(extension, { known, since })).toBe(until);
  });
});
