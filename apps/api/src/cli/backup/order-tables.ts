/** One table needs rows of another to be there first. */
export interface Reference {
  table: string;
  needs: string;
}

/**
 * The tables in an order in which every foreign key finds what it needs, by name where there is a choice. A table that
 * refers to itself is no obstacle: its keys are checked when all its rows are there. Throws when tables need each other.
 */
export function orderTables(tables: readonly string[], references: readonly Reference[]): string[] {
  const waiting = new Map(tables.map((table) => [table, new Set<string>()]));
  for (const { table, needs } of references) {
    if (table !== needs && waiting.has(needs)) waiting.get(table)?.add(needs);
  }
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, needs]) => needs.size === 0).map(([table]) => table);
    if (free.length === 0) throw new Error(`These tables need each other: ${[...waiting.keys()].join(', ')}`);
    for (const table of free.toSorted()) {
      ordered.push(table);
      waiting.delete(table);
      for (const needs of waiting.values()) needs.delete(table);
    }
  }
  return ordered;
}
