import { describe, expect, it } from '@jest/globals';
import { mergeIntervals } from './intervals.js';
import { standingDatesOf, standingFromDates } from './standing-dates.js';
import type { CompletionFact, CycleFact, StandingFacts } from './standing-facts.js';
import { standingOf } from './standing-of.js';
import type { Standing } from './standings.js';

const TODAY = '2026-11-27';
const facts = (some: Partial<StandingFacts>): StandingFacts => ({
  completions: [],
  revocations: [],
  cycles: [],
  exemptions: [],
  openAttempts: [],
  ...some,
});
const done = (validUntil: string | null, seq = 1): CompletionFact => ({
  seq,
  completedOn: '2025-01-10',
  validUntil,
  windowDays: 30,
});
const owed = (dueOn: string | null, cycle = 1): CycleFact => ({
  cycle,
  dueOn,
  opensOn: null,
  renewal: false,
  closed: null,
});
const fulfilled: CycleFact = { ...owed('2025-02-01'), closed: 'fulfilled' };
const again = (dueOn: string, opensOn: string): CycleFact => ({ ...owed(dueOn, 2), opensOn, renewal: true });
const begun = [{ startedOn: '2026-11-20' }];
const covering = [{ from: '2026-11-27', to: '2026-11-27' }];

const table: [string, Partial<StandingFacts>, Standing][] = [
  ['nothing known', {}, 'not required'],
  ['owed', { cycles: [owed('2026-12-01')] }, 'not started'],
  ['due today, inclusive', { cycles: [owed('2026-11-27')] }, 'not started'],
  ['due yesterday', { cycles: [owed('2026-11-26')] }, 'overdue'],
  ['overdue although begun', { cycles: [owed('2026-11-26')], openAttempts: begun }, 'overdue'],
  ['owed without a date', { cycles: [owed(null)] }, 'not started'],
  ['owed and begun', { cycles: [owed('2026-12-01')], openAttempts: begun }, 'in progress'],
  ['begun of their own accord', { openAttempts: begun }, 'in progress'],
  ['withdrawn', { cycles: [{ ...owed('2026-01-01'), closed: 'withdrawn' }] }, 'not required'],
  ['valid for life', { cycles: [fulfilled], completions: [done(null)] }, 'valid'],
  ['valid though never asked for', { completions: [done('2027-06-01')] }, 'valid'],
  ['a day before the window', { cycles: [fulfilled], completions: [done('2026-12-28')] }, 'valid'],
  ['first day of the window', { cycles: [fulfilled], completions: [done('2026-12-27')] }, 'expiring'],
  ['last valid day', { cycles: [fulfilled], completions: [done('2026-11-27')] }, 'expiring'],
  ['renewal begun', { cycles: [fulfilled], completions: [done('2026-12-01')], openAttempts: begun }, 'expiring'],
  ['the day after', { cycles: [fulfilled], completions: [done('2026-11-26')] }, 'expired'],
  ['lapsed and not required', { completions: [done('2026-11-26')] }, 'not required'],
  [
    'lapsed, renewal due in future',
    { cycles: [owed('2026-12-05', 2)], completions: [done('2026-11-26')] },
    'not started',
  ],
  ['lapsed, renewal without date', { cycles: [owed(null, 2)], completions: [done('2026-11-26')] }, 'expired'],
  ['lapsed, renewal past due', { cycles: [owed('2026-11-20', 2)], completions: [done('2026-11-26')] }, 'expired'],
  [
    'still valid, again asked for and late',
    { cycles: [owed('2026-11-01', 2)], completions: [done('2027-06-01')] },
    'overdue',
  ],
  [
    'the longer of two counts',
    { cycles: [fulfilled], completions: [done('2027-06-01'), done('2026-01-01', 2)] },
    'valid',
  ],
  [
    'the only one was revoked',
    { cycles: [owed('2026-12-01')], completions: [done('2027-06-01')], revocations: [{ entry: 1 }] },
    'not started',
  ],
  [
    'fulfilled once, then withdrawn',
    { cycles: [fulfilled, { ...owed(null, 2), closed: 'withdrawn' }], completions: [done('2026-11-26')] },
    'not required',
  ],
  [
    'a renewal waits',
    { cycles: [fulfilled, again('2027-06-01', '2027-05-01')], completions: [done('2027-06-01')] },
    'valid',
  ],
  [
    'a rule asks earlier than the course',
    { cycles: [again('2026-12-01', '2026-11-27')], completions: [done(null)] },
    'expiring',
  ],
  [
    'a rule asked, and it is past',
    { cycles: [again('2026-11-26', '2026-10-27')], completions: [done(null)] },
    'overdue',
  ],
  ['exempt', { cycles: [owed('2026-01-01')], exemptions: covering }, 'exempt'],
  ['exempt wins over valid', { cycles: [fulfilled], completions: [done(null)], exemptions: covering }, 'exempt'],
  ['exempt from nothing', { exemptions: covering }, 'not required'],
  [
    'exemption ended yesterday',
    { cycles: [owed('2026-01-01')], exemptions: [{ from: '2026-01-01', to: '2026-11-26' }] },
    'overdue',
  ],
  [
    'between two exemptions',
    {
      cycles: [owed('2026-01-01')],
      exemptions: [
        { from: '2026-12-01', to: '2026-12-31' },
        { from: '2026-10-01', to: '2026-10-31' },
      ],
    },
    'overdue',
  ],
];

describe('standing, line by line', () => {
  it.each(table)('%s', (_name, some, expected) => {
    expect(standingOf(facts(some), TODAY)).toBe(expected);
    expect(standingFromDates(standingDatesOf(facts(some)), TODAY)).toBe(expected);
  });
});

describe('mergeIntervals', () => {
  it('joins what overlaps or touches, and drops what ends before it begins', () => {
    expect(
      mergeIntervals([
        { from: '2026-03-01', to: '2026-03-05' },
        { from: '2026-02-20', to: '2026-02-28' },
        { from: '2026-03-07', to: '2026-03-08' },
        { from: '2026-02-21', to: '2026-02-22' },
        { from: '2026-05-02', to: '2026-05-01' },
      ]),
    ).toEqual([
      { from: '2026-02-20', to: '2026-03-05' },
      { from: '2026-03-07', to: '2026-03-08' },
    ]);
  });
});
