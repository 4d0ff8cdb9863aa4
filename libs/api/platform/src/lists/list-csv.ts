import type { Readable } from 'node:stream';
import { csvLines, type CsvRow } from '../csv/csv-of.js';
import type { ShownCell, ShownList } from './shown-list.js';

/** A list as CSV: a cell where the screen has one. */
export function listCsv({ columns, rows }: ShownList): Readable {
  return csvLines(
    columns.map(({ heading }) => heading),
    plain(rows),
  );
}

async function* plain(rows: AsyncIterable<readonly ShownCell[]>): AsyncGenerator<CsvRow> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === 'object' && cell ? cell.words : cell));
}
