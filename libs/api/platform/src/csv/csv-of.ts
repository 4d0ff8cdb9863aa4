import { pipeline, Readable } from 'node:stream';
import { stringify as stringifyStream } from 'csv-stringify';
import { stringify } from 'csv-stringify/sync';
import { safeCell } from '@lms/domain';

const FORMAT = { bom: true, quoted: true, record_delimiter: 'windows' } as const;

export type CsvRow = readonly (string | number | null)[];

const safe = (row: CsvRow): string[] => row.map((cell) => safeCell(String(cell ?? '')));

/** A file for spreadsheets: UTF-8 with its mark, every cell quoted, nothing that runs as a formula. */
export const csvOf = (heading: readonly string[], rows: readonly CsvRow[]): string =>
  stringify([safe(heading), ...rows.map(safe)], FORMAT);

/** The same for rows that come by and by: no more of them are asked for than somebody takes; a failure of theirs is the file's. */
export const csvLines = (heading: readonly string[], rows: AsyncIterable<CsvRow>): Readable =>
  pipeline(Readable.from(safeRows(heading, rows)), stringifyStream(FORMAT), () => undefined);

async function* safeRows(heading: readonly string[], rows: AsyncIterable<CsvRow>): AsyncGenerator<string[]> {
  yield safe(heading);
  for await (const row of rows) yield safe(row);
}
