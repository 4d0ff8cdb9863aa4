import fc from 'fast-check';
import { addDays } from '../calendar/arithmetic.js';
import { validUntil } from '../validity/validity.js';
import type { CountedFact, EquivalenceTerms, OwnValidity } from './equivalence.js';

export const COURSES = ['a', 'b', 'c', 'd'];
export const CARDS = ['card'];
/** Months that a course counts, null for life. */
export const MONTHS: Readonly<Record<string, number | null>> = { a: null, b: 12, c: 24, d: 9 };
export const own: OwnValidity = (course, on) => validUntil(on, MONTHS[course] ?? null);

export const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2026-02-28', n));
const orNull = <T>(arbitrary: fc.Arbitrary<T>, freq = 3) => fc.option(arbitrary, { nil: null, freq });
const dayFrom = (min: number, max: number) => fc.integer({ min, max }).map((n) => addDays('2026-02-28', n));

/** Few courses, so that ways are long, meet, and turn back. */
export const terms: fc.Arbitrary<readonly EquivalenceTerms[]> = fc
  .array(
    fc.record({
      source: fc.constantFrom(...COURSES, ...CARDS),
      target: fc.constantFrom(...COURSES),
      remainder: fc.option(fc.constantFrom(...COURSES), { nil: null, freq: 1 }),
      from: orNull(dayFrom(0, 350), 1),
      to: orNull(dayFrom(150, 500), 1),
      limitMonths: orNull(fc.integer({ min: 1, max: 30 }), 1),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((list) => {
    const pairs = new Set<string>();
    return list
      .filter(({ source, target, remainder }) => {
        const pair = `${source} ${target}`;
        const fits = source !== target && remainder !== target && remainder !== source && !pairs.has(pair);
        pairs.add(pair);
        return fits;
      })
      .map((one, at) => ({ ...one, id: `e${at}` }));
  });

export const facts: fc.Arbitrary<readonly CountedFact[]> = fc
  .array(
    fc.record({
      of: fc.constantFrom(...COURSES, ...CARDS),
      on: day,
      months: orNull(fc.integer({ min: 1, max: 40 })),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map(({ of, on, months }, at) => ({
      key: `f${at}`,
      of,
      on,
      until: validUntil(on, months),
      behind: CARDS.includes(of) ? [] : [of],
    })),
  );
