import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_VIDEO_SECONDS, parseRanges } from './parse-ranges.js';
import {
  coverageAllowance,
  coveredShare,
  fullyCovered,
  gaps,
  mergeRanges,
  totalSeconds,
  type SecondRange,
} from './ranges.js';

// The model: a set of seconds.
const seconds = (ranges: readonly SecondRange[]) => {
  const set = new Set<number>();
  for (const [from, to] of ranges) for (let second = from; second < to; second++) set.add(second);
  return set;
};
const range: fc.Arbitrary<SecondRange> = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, length]) => [from, from + length]);
const untidy = fc.array(range, { maxLength: 12 });
const tidy = untidy.map((list) => mergeRanges([], list));
const duration = fc.oneof(fc.integer({ min: 1, max: 70 }), fc.double({ min: 0.2, max: 70, noNaN: true }));
const isTidy = (ranges: readonly SecondRange[]) =>
  ranges.every(([from, to], at) => from < to && (at === 0 || (ranges[at - 1]?.[1] ?? 0) < from));

describe('covered seconds', () => {
  it('merge as sets do', () => {
    fc.assert(
      fc.property(tidy, untidy, (a, b) => {
        const merged = mergeRanges(a, b);
        expect(isTidy(merged)).toBe(true);
        expect(seconds(merged)).toEqual(seconds([...a, ...b]));
        expect(totalSeconds(merged)).toBe(seconds([...a, ...b]).size);
        expect(mergeRanges(mergeRanges([], b), a)).toEqual(merged);
        expect(mergeRanges(merged, b)).toEqual(merged);
      }),
      { numRuns: 2000 },
    );
  });
  it('have gaps where the set has none', () => {
    fc.assert(
      fc.property(tidy, duration, (ranges, length) => {
        const whole = Math.max(1, Math.floor(length));
        const played = seconds(ranges);
        const missing = Array.from({ length: whole }, (_, second) => second).filter((second) => !played.has(second));
        expect([...seconds(gaps(ranges, length))]).toEqual(missing);
        expect(isTidy(gaps(ranges, length))).toBe(true);
        expect(fullyCovered(ranges, length, 0)).toBe(missing.length === 0);
        expect(fullyCovered(ranges, length)).toBe(missing.length <= coverageAllowance(length));
        expect(coveredShare(ranges, length)).toBeCloseTo(1 - missing.length / whole, 10);
      }),
      { numRuns: 2000 },
    );
  });
  it('are never all there when nothing was played, nor by jumping to the end', () => {
    fc.assert(
      fc.property(duration, (length) => {
        expect(fullyCovered([], length)).toBe(false);
        if (length >= 8) expect(fullyCovered([[Math.floor(length) - 2, Math.ceil(length)]], length)).toBe(false);
      }),
    );
  });
  it.each([
    [1, 0],
    [3.9, 0],
    [4, 1],
    [8, 2],
    [99, 2],
    [150, 3],
    [3600, 72],
  ])('of a video of %d seconds, %d may be missing', (length, allowance) => {
    expect(coverageAllowance(length)).toBe(allowance);
  });
});

describe('parseRanges', () => {
  it.each([
    ['0-5', 'not-a-list'],
    [{ 0: [0, 5] }, 'not-a-list'],
    [null, 'not-a-list'],
    [Array.from({ length: 501 }, (_, at) => [at, at + 1]), 'too-many'],
    [[[5, 5]], 'not-a-range'],
    [[[5, 2]], 'not-a-range'],
    [[[-1, 2]], 'not-a-range'],
    [[[0, NaN]], 'not-a-range'],
    [[[0, Infinity]], 'not-a-range'],
    [[[0, 1.5]], 'not-a-range'],
    [[[0, '5']], 'not-a-range'],
    [[[0, 1, 2]], 'not-a-range'],
    [[[0, MAX_VIDEO_SECONDS + 1]], 'not-a-range'],
    [[0, 5], 'not-a-range'],
    [[null], 'not-a-range'],
  ])('refuses %j: %s', (input, why) => {
    expect(parseRanges(input, 60)).toEqual({ ok: false, why });
  });
  it('tidies, and cuts at the end of the video', () => {
    expect(
      parseRanges(
        [
          [50, 61],
          [0, 5],
          [5, 9],
          [70, 90],
        ],
        59.4,
      ),
    ).toEqual({
      ok: true,
      ranges: [
        [0, 9],
        [50, 60],
      ],
    });
    expect(parseRanges([[70, 90]], null)).toEqual({ ok: true, ranges: [[70, 90]] });
    expect(parseRanges([], 60)).toEqual({ ok: true, ranges: [] });
  });
  it('answers something tidy or a refusal, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.array(fc.array(fc.oneof(fc.integer(), fc.double())))),
        duration,
        (input, length) => {
          const parsed = parseRanges(input, length);
          if (parsed.ok)
            expect(isTidy(parsed.ranges) && parsed.ranges.every(([, to]) => to <= Math.max(1, Math.ceil(length)))).toBe(
              true,
            );
        },
      ),
      { numRuns: 3000 },
    );
  });
});
