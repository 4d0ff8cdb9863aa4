import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { ColumnShape } from './schema-differences.js';

/** PostgreSQL's own names for what the program may call otherwise. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  int: 'integer',
  int4: 'integer',
  int2: 'smallint',
  int8: 'bigint',
  bool: 'boolean',
  timestamptz: 'timestamp with time zone',
  varchar: 'character varying',
};

/** Every column of every entity. */
export function programColumns(dataSource: DataSource): ColumnShape[] {
  return dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
    columns.map((column) => {
      const type = dataSource.driver.normalizeType(column);
      return {
        table: tableName,
        column: column.databaseName,
        type: `${FULL_NAMES[type] ?? type}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
      };
    }),
  );
}

/** Every column of every table; `filled` when the database has a value for a row that comes without one. */
export async function databaseColumns(client: ClientBase): Promise<(ColumnShape & { filled: boolean })[]> {
  const { rows } = await client.query<ColumnShape & { filled: boolean }>(`
    select c.table_name as table, c.column_name as column, c.is_nullable = 'YES' as nullable,
      c.column_default is not null or c.is_identity = 'YES' or c.is_generated = 'ALWAYS' as filled,
      case when c.data_type = 'ARRAY' then format_type(t.typelem, null) || '[]' else format_type(t.oid, null) end as type
    from information_schema.columns c
    join pg_type t on t.typname = c.udt_name and t.typnamespace = c.udt_schema::regnamespace
    where c.table_schema = 'public' order by 1, c.ordinal_position`);
  return rows;
}
