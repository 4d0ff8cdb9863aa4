import type { ClientBase } from 'pg';
import { orderTables, type Reference } from './order-tables.js';

export interface TableShape {
  name: string;
  columns: string[];
}

/**
 * Which migrations ran is in the manifest; who asked how often is worth nothing elsewhere, nor is a file whose bytes have
 * not all arrived.
 */
const LEFT_OUT = ['migrations', 'request_limit', 'arriving_upload'];

/** Every table with something to keep, in an order in which foreign keys can be put back. */
export async function readTables(client: ClientBase): Promise<TableShape[]> {
  const shapes = await client.query<TableShape>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
     group by c.relname`,
    [LEFT_OUT],
  );
  const references = await client.query<Reference>(
    `select conrelid::regclass::text as table, confrelid::regclass::text as needs from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const byName = new Map(shapes.rows.map((shape) => [shape.name, shape]));
  return orderTables([...byName.keys()], references.rows).flatMap((name) => byName.get(name) ?? []);
}

/** The names of the migrations that ran, in their order; none in a database that has never been prepared. */
export async function readMigrations(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.migrations') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  const ran = await client.query<{ name: string }>('select name from migrations order by id');
  return ran.rows.map(({ name }) => name);
}
