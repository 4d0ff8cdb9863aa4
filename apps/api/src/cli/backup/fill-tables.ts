import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import { Refusal } from '../refusal.js';
import type { TableOfBackup } from './manifest.js';
import type { TableShape } from './read-tables.js';

/** Throws Refusal when any of the tables has a row. */
export async function assertEmpty(client: ClientBase, tables: readonly TableShape[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query(`select from public.${client.escapeIdentifier(name)} limit 1`);
    if (rows.length > 0) throw new Refusal('The database is not empty: a backup is put back into an empty one only.');
  }
}

/** What triggers did when the rows were made is in the backup; what foreign keys and checks demand is still demanded. */
export async function setTriggers(
  client: ClientBase,
  tables: readonly TableShape[],
  state: 'enable' | 'disable',
): Promise<void> {
  for (const { name } of tables) {
    await client.query(`alter table public.${client.escapeIdentifier(name)} ${state} trigger user`);
  }
}

/** Streams one table's rows in. Throws when other than the expected number arrives. */
export async function fillTable(client: ClientBase, table: TableOfBackup, bytes: AsyncIterable<Buffer>): Promise<void> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const copy = client.query(from(`copy public.${client.escapeIdentifier(table.name)} (${columns}) from stdin`));
  await pipeline(bytes, copy);
  if (copy.rowCount !== table.rows) {
    throw new Refusal(
      `Table ${table.name} took ${copy.rowCount ?? 0} rows instead of ${table.rows}; nothing was put back.`,
    );
  }
}

/** Numbers that the database gives go on after the highest that was put back. */
export async function setSequences(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attidentity <> '' and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  for (const { table, column } of rows) {
    const [of, by] = [client.escapeIdentifier(table), client.escapeIdentifier(column)];
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${by}), 0) + 1, false) from public.${of}`,
      [`public.${of}`, column],
    );
  }
}
