import fc from 'fast-check';
import { addDays } from '../calendar/arithmetic.js';
import type { StandingFacts } from './standing-facts.js';

/** The middle of the days that the histories are about: a leap day's neighbours, and a change of the clocks. */
export const MIDDLE = '2028-02-28';
// Few days, so that dates fall on each other and on today often.
export const day = fc.integer({ min: -12, max: 12 }).map((n) => addDays(MIDDLE, n));
const orNull = <T>(arbitrary: fc.Arbitrary<T>, freq: number) => fc.option(arbitrary, { nil: null, freq });

/** Windows that the versions of a course have. */
export const WINDOWS = [0, 2, 5, 8];

/** Histories as they can be stored: one cycle is open at most, and nothing is taken back that is not there. */
export const storedHistories: fc.Arbitrary<StandingFacts> = fc
  .record({
    completions: fc
      .array(fc.record({ completedOn: day, validUntil: orNull(day, 8), windowDays: fc.constantFrom(...WINDOWS) }), {
        maxLength: 4,
      })
      .map((list) => list.map((completion, at) => ({ ...completion, seq: at + 1 }))),
    taken: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
    cycles: fc
      .array(
        fc.record({
          dueOn: orNull(day, 4),
          opensOn: orNull(day, 4),
          renewal: fc.boolean(),
          closed: fc.constantFrom<(null | 'fulfilled' | 'withdrawn')[]>(null, 'fulfilled', 'withdrawn'),
        }),
        { maxLength: 3 },
      )
      .map((list) => {
        const open = list.findLastIndex(({ closed }) => closed === null);
        return list.map((cycle, at) => ({
          ...cycle,
          cycle: at + 1,
          closed: cycle.closed === null && at !== open ? ('fulfilled' as const) : cycle.closed,
        }));
      }),
    exemptions: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.tuple(day, fc.integer({ min: 0, max: 10 })).map(([from, n]) => ({ from, to: addDays(from, n) })),
          { maxLength: 3 },
        ),
      },
    ),
    openAttempts: fc.array(fc.record({ startedOn: day }), { maxLength: 2 }),
  })
  .map(({ taken, ...facts }) => ({
    ...facts,
    revocations: taken.filter((n) => n <= facts.completions.length).map((entry) => ({ entry })),
  }));
