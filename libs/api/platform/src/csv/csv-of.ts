import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { safeCell } from '@lms/domain';

const LINES = { quoted: true, record_delimiter: 'windows' } as const;
const FORMAT = { ...LINES, bom: true } as const;

export type CsvRow = readonly (string | number | null)[];

const safe = (row: CsvRow): string[] => row.map((cell) => safeCell(String(cell ?? '')));

/** A file for spreadsheets: UTF-8 with its mark, every cell quoted, nothing that runs as a formula. */
export const csvOf = (heading: readonly string[], rows: readonly CsvRow[]): string =>
  stringify([safe(heading), ...rows.map(safe)], FORMAT);

/** How many lines are written at once: each row that waits for a stream to take it would wait as cells. */
const AT_ONCE = 20;

/** The same for rows that come by and by: no more of them are asked for than somebody takes; a failure of theirs is the file's. */
export const csvLines = (heading: readonly string[], rows: AsyncIterable<CsvRow>): Readable =>
  Readable.from(pieces(heading, rows), { objectMode: false });

async function* pieces(heading: readonly string[], rows: AsyncIterable<CsvRow>): AsyncGenerator<string> {
  yield csvOf(heading, []);
  let waiting: string[][] = [];
  for await (const row of rows) {
    waiting.push(safe(row));
    if (waiting.length < AT_ONCE) continue;
    yield stringify(waiting, LINES);
    waiting = [];
  }
  if (waiting.length > 0) yield stringify(waiting, LINES);
}
