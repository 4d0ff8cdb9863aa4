/** Whole seconds `[from, to)` of a recording. */
export type SecondRange = [from: number, to: number];

/** Both lists together: sorted, disjoint, with touching ranges made one. Neither needs to be sorted. */
export function mergeRanges(ranges: readonly SecondRange[], more: readonly SecondRange[]): SecondRange[] {
  const merged: SecondRange[] = [];
  for (const [from, to] of [...ranges, ...more].filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The parts of `ranges` that `known` does not hold. Both must be sorted and disjoint. */
export function subtractRanges(ranges: readonly SecondRange[], known: readonly SecondRange[]): SecondRange[] {
  return ranges.flatMap((range) => {
    const parts: SecondRange[] = [];
    let from = range[0];
    for (const [knownFrom, knownTo] of known) {
      if (knownTo <= from || knownFrom >= range[1]) continue;
      if (knownFrom > from) parts.push([from, knownFrom]);
      from = Math.max(from, knownTo);
    }
    if (from < range[1]) parts.push([from, range[1]]);
    return parts;
  });
}

/** Seconds in all of them. */
export function coveredSeconds(ranges: readonly SecondRange[]): number {
  return mergeRanges(ranges, []).reduce((sum, [from, to]) => sum + to - from, 0);
}
