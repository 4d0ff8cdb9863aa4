import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/arithmetic.js';
import { standingDatesOf, standingFromDates } from './standing-dates.js';
import type { StandingFacts } from './standing-facts.js';
import { standingOf } from './standing-of.js';
import { STANDINGS } from './standings.js';

// Few days, so that dates fall on each other and on today often.
const day = fc.integer({ min: -12, max: 12 }).map((n) => addDays('2026-02-26', n));
const orNull = <T>(arbitrary: fc.Arbitrary<T>, freq: number) => fc.option(arbitrary, { nil: null, freq });

const facts: fc.Arbitrary<StandingFacts> = fc.record({
  completions: fc
    .array(fc.record({ completedOn: day, validUntil: orNull(day, 8), windowDays: fc.integer({ min: 0, max: 8 }) }), {
      maxLength: 4,
    })
    .map((list) => list.map((completion, at) => ({ ...completion, seq: at + 1 }))),
  revocations: fc.array(fc.record({ entry: fc.integer({ min: 1, max: 6 }) }), { maxLength: 2 }),
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
    .chain((list) => fc.shuffledSubarray(list.map((cycle, at) => ({ ...cycle, cycle: at + 1 })))),
  exemptions: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.record({ from: day, to: day }), { maxLength: 3 }) },
  ),
  openAttempts: fc.array(fc.record({ startedOn: day }), { maxLength: 2 }),
});

describe('standing', () => {
  it('is the same from facts and from dates', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(facts, day, (history, today) => {
        const standing = standingOf(history, today);
        seen.set(standing, (seen.get(standing) ?? 0) + 1);
        expect(standingFromDates(standingDatesOf(history), today)).toBe(standing);
      }),
      { numRuns: 10_000 },
    );
    // The histories reach every line of the table, and none by luck alone.
    for (const standing of STANDINGS) expect([standing, (seen.get(standing) ?? 0) > 50]).toEqual([standing, true]);
  });

  it('keeps the same dates whatever the order of the facts', () => {
    fc.assert(
      fc.property(facts, (history) => {
        const reversed: StandingFacts = {
          ...history,
          completions: history.completions.toReversed(),
          cycles: history.cycles.toReversed(),
          exemptions: history.exemptions.toReversed(),
          openAttempts: history.openAttempts.toReversed(),
        };
        expect(standingDatesOf(reversed)).toEqual(standingDatesOf(history));
      }),
      { numRuns: 2000 },
    );
  });

  it('never gets worse by an early renewal', () => {
    fc.assert(
      fc.property(facts, day, day, (history, today, until) => {
        const renewed = {
          ...history,
          completions: [...history.completions, { seq: 99, completedOn: today, validUntil: until, windowDays: 0 }],
        };
        const before = standingDatesOf(history);
        const after = standingDatesOf(renewed);
        if (before.neverExpires) expect(after.validUntil).toBeNull();
        else expect((after.validUntil ?? '') >= (before.validUntil ?? '')).toBe(true);
      }),
    );
  });
});
