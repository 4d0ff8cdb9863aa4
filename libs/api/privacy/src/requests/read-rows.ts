import type { Tx } from '@lms/api-platform';

/** A row may be a whole log of a lesson. */
const AT_ONCE = 100;

/** What a table knows of a person, so many rows at a time, however many there are. */
export async function* readRows(
  tx: Tx,
  relation: string,
  entries: readonly string[],
): AsyncGenerator<Record<string, unknown>[]> {
  await tx.query('declare person_rows no scroll cursor for select row from person_data($1, $2) as row', [
    relation,
    entries,
  ]);
  for (;;) {
    const rows: { row: Record<string, unknown> }[] = await tx.query(`fetch ${AT_ONCE} from person_rows`);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < AT_ONCE) break;
  }
  await tx.query('close person_rows');
}
