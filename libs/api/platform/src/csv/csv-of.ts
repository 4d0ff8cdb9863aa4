import { Readable } from 'node:stream';
import { safeCell } from '@lms/domain';

export type CsvRow = readonly (string | number | null)[];

/** By this a spreadsheet knows that what follows is UTF-8. */
const MARK = '\ufeff';
/** Characters that are sent on at once. */
const PIECE = 1 << 16;

const cellOf = (cell: string | number | null): string => {
  if (cell === null || cell === '') return '';
  const text = safeCell(String(cell));
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
};

function lineOf(row: CsvRow): string {
  let line = '';
  for (let place = 0; place < row.length; place += 1) line += `${place > 0 ? ',' : ''}${cellOf(row[place] ?? null)}`;
  return `${line}\r\n`;
}

/** A file for spreadsheets: UTF-8 with its mark, every cell quoted, nothing that runs as a formula. */
export const csvOf = (heading: readonly string[], rows: readonly CsvRow[]): string =>
  MARK + [heading, ...rows].map(lineOf).join('');

/** The same for rows that come by and by: no more of them are asked for than somebody takes. */
export const csvLines = (heading: readonly string[], rows: AsyncIterable<CsvRow>): Readable =>
  Readable.from(pieces(heading, rows), { objectMode: false });

async function* pieces(heading: readonly string[], rows: AsyncIterable<CsvRow>): AsyncGenerator<string> {
  let piece = MARK + lineOf(heading);
  for await (const row of rows) {
    piece += lineOf(row);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
