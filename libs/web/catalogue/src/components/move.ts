/** The list with one of its items a place further up or down; the same list at its ends. */
export function moveItem<T>(items: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const target = index + by;
  const item = items[index];
  if (item === undefined || target < 0 || target >= items.length) return items;
  const next = items.toSpliced(index, 1);
  next.splice(target, 0, item);
  return next;
}
