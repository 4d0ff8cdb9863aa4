/**
 * Which of the things that two orders share have to be called moved: the fewest, so that all others keep their order.
 * What the longest rising row of old places leaves out.
 */
export function movedBetween(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((key, index) => [key, index]));
  const shared = after.filter((key) => place.has(key));
  const old = shared.map((key) => place.get(key) ?? 0);
  /** For each length, where the smallest end of a rising row of that length stands. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  old.forEach((value, index) => {
    const length = ends.findIndex((end) => (old[end] ?? 0) >= value);
    const at = length === -1 ? ends.length : length;
    previous[index] = ends[at - 1];
    ends[at] = index;
  });
  const kept = new Set<string>();
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) kept.add(shared[index] ?? '');
  return new Set(shared.filter((key) => !kept.has(key)));
}
