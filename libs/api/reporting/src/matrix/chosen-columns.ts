/** Columns in the order in which somebody has chosen them; as they come when nobody has. */
export function chosenColumns<T extends { courseId: string }>(columns: readonly T[], chosen: string | undefined): T[] {
  if (!chosen) return [...columns];
  const known = new Map(columns.map((column) => [column.courseId, column]));
  return chosen.split(',').flatMap((id) => known.get(id) ?? []);
}
