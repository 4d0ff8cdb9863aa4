/** Seconds from `from` up to but not including `to`, whole. */
export type SecondRange = readonly [from: number, to: number];

/** What of a video was played: sorted, disjoint, joined where they touch. As PostgreSQL's `int4multirange`. */
export type CoveredRanges = readonly SecondRange[];

/** Everything in either list, in any order; the second need not be tidy. */
export const mergeRanges = (ranges: CoveredRanges, more: readonly SecondRange[]): [number, number][] => {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges, ...more].sort((a, b) => a[0] - b[0])) {
    if (!(from < to)) continue;
    const last = merged.at(-1);
    if (!last || last[1] < from) merged.push([from, to]);
    else if (to > last[1]) last[1] = to;
  }
  return merged;
};

/** How many seconds were played. */
export const totalSeconds = (ranges: CoveredRanges): number => ranges.reduce((sum, [from, to]) => sum + to - from, 0);

/** How many whole seconds a video of this length has to play: the broken last second does not count, the only one does. */
export const wholeSeconds = (duration: number): number => Math.max(1, Math.floor(duration));

/** What was not played of a video of `duration` seconds, a fraction allowed. */
export const gaps = (ranges: CoveredRanges, duration: number): [number, number][] => {
  const end = wholeSeconds(duration);
  const missing: [number, number][] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from >= end) break;
    if (from > at) missing.push([at, from]);
    at = to;
  }
  if (at < end) missing.push([at, end]);
  return missing;
};

/**
 * How many seconds may be missing: players skip a frame at joins and stop short of the end. Two seconds, or 2 % of a
 * long video, but never more than a quarter of a short one. In SQL, with n whole seconds:
 * `least(greatest(2, n / 50), n / 4)`.
 */
export const coverageAllowance = (duration: number): number => {
  const n = wholeSeconds(duration);
  return Math.min(Math.max(2, Math.floor(n / 50)), Math.floor(n / 4));
};

/** Whether all of the video was played, but for `allowance` seconds. */
export const fullyCovered = (
  ranges: CoveredRanges,
  duration: number,
  allowance: number = coverageAllowance(duration),
): boolean => totalSeconds(gaps(ranges, duration)) <= allowance;

/** 0 to 1: the part of the video that was played. */
export const coveredShare = (ranges: CoveredRanges, duration: number): number =>
  1 - totalSeconds(gaps(ranges, duration)) / wholeSeconds(duration);
