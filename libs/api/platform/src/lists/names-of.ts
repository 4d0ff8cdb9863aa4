import type { Sql } from '../database/sql.js';

/** Names of what ids in a filter stand for, for whoever is handed the file. They were chosen by name. */
export async function namesOf(sql: Sql, ids: readonly (string | undefined)[]): Promise<(id: string) => string> {
  const given = ids.filter((id) => id !== undefined);
  if (given.length === 0) return () => '';
  const found = await sql.row<{ names: Record<string, string> }>(
    'list-names',
    'select names_of_ids($1::uuid[]) as names',
    [given],
  );
  return (id) => found?.names[id] ?? 'one that has no name';
}
