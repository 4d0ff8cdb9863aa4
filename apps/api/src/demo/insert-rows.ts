import type { ClientBase } from 'pg';

type Value = string | number | boolean | null | readonly unknown[] | object;
export type Row = Readonly<Record<string, Value>>;

/** Few enough for one parameter, many enough for few statements. */
const AT_ONCE = 5_000;

/** Adds rows by the names of their columns; all rows have the same ones, and columns not named keep their defaults. */
export async function insertRows(client: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => client.escapeIdentifier(column))
    .join(', ');
  const into = client.escapeIdentifier(table);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await client.query(
      `insert into ${into} (${columns}) select ${columns} from jsonb_populate_recordset(null::${into}, $1::jsonb)`,
      [JSON.stringify(rows.slice(from, from + AT_ONCE))],
    );
  }
}
