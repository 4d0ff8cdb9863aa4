import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOfWeek } from '../calendar/arithmetic.js';
import { londonDate, londonTime } from '../calendar/london.js';
import { type Cadence, dueRun, nextRun, nextRuns } from './cadence.js';

const at = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const cadences: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({ every: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }), at }),
  fc.record({
    every: fc.constant('month' as const),
    day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant('last' as const)),
    at,
  }),
);
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) });
const DAY = 86_400_000;

const isOn = (cadence: Cadence, date: string): boolean => {
  if (cadence.every === 'week') return dayOfWeek(date) === cadence.weekday;
  if (cadence.day === 'last') return addDays(date, 1).endsWith('-01');
  return Number(date.slice(8)) === cadence.day;
};
/** What a clock in London can show on that day: the hour that is skipped in spring reads an hour later. */
const showsIt = (cadence: Cadence, run: number): boolean => {
  const shown = londonTime(run);
  const later = `${String(Number(cadence.at.slice(0, 2)) + 1).padStart(2, '0')}${cadence.at.slice(2)}`;
  return (
    shown === cadence.at || (cadence.at.startsWith('01:') && shown === later && londonTime(run - 3_600_000) < '01')
  );
};

describe('the moments of a cadence', () => {
  it('lie ahead, on its day, when a clock in London shows its time', () => {
    fc.assert(
      fc.property(cadences, instants, (cadence, after) => {
        const run = nextRun(cadence, after);
        expect(run).toBeGreaterThan(after);
        expect([isOn(cadence, londonDate(run)), showsIt(cadence, run)]).toEqual([true, true]);
      }),
      { numRuns: 2000 },
    );
  });

  it('leave none out: no day between belongs to it', () => {
    fc.assert(
      fc.property(cadences, instants, (cadence, after) => {
        const run = nextRun(cadence, after);
        const between: string[] = [];
        for (let day = addDays(londonDate(after), 1); day < londonDate(run); day = addDays(day, 1)) between.push(day);
        expect(between.filter((day) => isOn(cadence, day))).toEqual([]);
        expect(run - after).toBeLessThanOrEqual((cadence.every === 'week' ? 7 : 31) * DAY + 2 * 3_600_000);
      }),
      { numRuns: 500 },
    );
  });

  it('are the same whenever one asks before the next', () => {
    fc.assert(
      fc.property(cadences, instants, fc.double({ min: 0, max: 1, noNaN: true }), (cadence, after, part) => {
        const run = nextRun(cadence, after);
        expect(nextRun(cadence, after + Math.floor((run - after - 1) * part))).toBe(run);
      }),
    );
  });

  it('come once for all that were missed, and go on from there', () => {
    fc.assert(
      fc.property(cadences, instants, fc.integer({ min: 0, max: 400 * DAY }), (cadence, after, away) => {
        const since = nextRun(cadence, after);
        const now = since + away;
        const run = dueRun(cadence, since, now);
        const all = [since, ...nextRuns(cadence, since, 60)];
        const come = all.filter((one) => one <= now);
        expect(run).toEqual({ dueAt: come.at(-1), missed: come.length - 1, nextAt: all[come.length] });
        expect(dueRun(cadence, since, since - 1)).toBeNull();
      }),
    );
  });
});

describe('where the clocks change', () => {
  const sunday = (hour: string): Cadence => ({ every: 'week', weekday: 7, at: hour });
  const iso = (ms: number) => new Date(ms).toISOString();

  it('goes by what the clock shows: summer time begins on 29 March 2026', () => {
    const before = Date.UTC(2026, 2, 23);
    expect(nextRuns(sunday('07:00'), before, 2).map(iso)).toEqual([
      '2026-03-29T06:00:00.000Z',
      '2026-04-05T06:00:00.000Z',
    ]);
    // 01:30 is not shown on that night: it is half past two.
    expect(nextRuns(sunday('01:30'), before, 2).map(iso)).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-04-05T00:30:00.000Z',
    ]);
  });

  it('comes once where an hour comes twice: summer time ends on 25 October 2026', () => {
    expect(nextRuns(sunday('01:30'), Date.UTC(2026, 9, 19), 2).map(iso)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-11-01T01:30:00.000Z',
    ]);
  });

  it('knows the last day of each month, in leap years too', () => {
    const last: Cadence = { every: 'month', day: 'last', at: '08:00' };
    expect(nextRuns(last, Date.UTC(2028, 0, 15), 3).map((ms) => londonDate(ms))).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
  });
});
