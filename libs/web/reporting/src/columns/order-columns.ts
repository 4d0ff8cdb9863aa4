/** Columns in the order of the ids that were chosen; as they come when none were. */
export function orderColumns<T extends { courseId: string }>(columns: readonly T[], chosen: string | undefined): T[] {
  if (!chosen) return [...columns];
  const known = new Map(columns.map((column) => [column.courseId, column]));
  return chosen.split(',').flatMap((id) => known.get(id) ?? []);
}

/** The list with one of its members a place up or down. */
export function moved(ids: readonly string[], id: string, by: 1 | -1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  return ids.with(from, ids[to] ?? id).with(to, id);
}
