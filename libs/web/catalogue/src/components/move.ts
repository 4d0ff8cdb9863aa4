/** The list with one of its items at another place; the same list when there is no such place. */
export function placeItem<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const next = items.toSpliced(from, 1);
  next.splice(to, 0, item);
  return next;
}

/** The list with one of its items a place further up or down; the same list at its ends. */
export const moveItem = <T>(items: readonly T[], index: number, by: -1 | 1): readonly T[] =>
  placeItem(items, index, index + by);
