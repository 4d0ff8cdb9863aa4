import type { Readable } from 'node:stream';
import { stringify as stringifyStream } from 'csv-stringify';
import { stringify } from 'csv-stringify/sync';
import { safeCell } from '@lms/domain';

const FORMAT = { bom: true, quoted: true, record_delimiter: 'windows' } as const;

export type CsvRow = readonly (string | number | null)[];

const safe = (row: CsvRow): string[] => row.map((cell) => safeCell(String(cell ?? '')));

/** A file for spreadsheets: UTF-8 with its mark, every cell quoted, nothing that runs as a formula. */
export const csvOf = (heading: readonly string[], rows: readonly CsvRow[]): string =>
  stringify([safe(heading), ...rows.map(safe)], FORMAT);

/** The same for rows that come by and by. */
export function csvLines(heading: readonly string[], rows: AsyncIterable<CsvRow>): Readable {
  const out = stringifyStream(FORMAT);
  const write = async () => {
    out.write(safe(heading));
    for await (const row of rows) if (!out.write(safe(row))) await new Promise((resolve) => out.once('drain', resolve));
    out.end();
  };
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}
