import type { MatrixGroup, MatrixRow } from '@lms/contracts';

export type GridItem = { kind: 'group'; group: MatrixGroup } | { kind: 'row'; row: MatrixRow };

/** Rows as they come, each group of them behind its own line. */
export function gridItems(rows: readonly MatrixRow[], groups: readonly MatrixGroup[]): GridItem[] {
  const known = new Map(groups.map((group) => [group.id, group]));
  return rows.flatMap((row, index): GridItem[] => {
    const group = known.get(row.groupId);
    const item: GridItem = { kind: 'row', row };
    return group && rows[index - 1]?.groupId !== row.groupId ? [{ kind: 'group', group }, item] : [item];
  });
}
