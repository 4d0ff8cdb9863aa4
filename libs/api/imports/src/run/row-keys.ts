import type { Tx } from '@lms/api-platform';
import type { ImportedKind } from '../kinds/imported-kind.js';
import type { RunningImport } from './running-import.js';

/** By what other rows can name one, from the cell at that place of it. */
export const keySql = (place: string): string => `nullif(lower(r.cells ->> ${place}::int), '')`;

const WRITE = `
  with written as (
    update import_row r set key = ${keySql('$2')}
    where r.import_id = $1 and r.result is distinct from 'applied' and r.key is distinct from ${keySql('$2')}
  )
  update import set keyed_by = $2 where id = $1`;

/** The place of the column that rows are named by; null where the file has none. */
export const keyPlace = ({ keyColumn }: ImportedKind, mapping: Readonly<Record<string, number>>): number | null =>
  keyColumn === undefined ? null : (mapping[keyColumn] ?? null);

/** Reading has written keys by the column that it took for the one; they are written again only when another one was chosen. */
export async function keyRows(tx: Tx, kind: ImportedKind, running: RunningImport): Promise<void> {
  const place = keyPlace(kind, running.mapping);
  if (place !== running.keyedBy) await tx.query(WRITE, [running.id, place]);
}
