import { stringify } from 'csv-stringify/sync';
import { safeCell } from '@lms/domain';

export type CsvCell = string | number | null;

const MARK = '\ufeff';

/** Lines of a file for spreadsheets: every cell quoted, nothing that runs as a formula. */
export const csvLines = (rows: readonly (readonly CsvCell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => safeCell(String(cell ?? '')))),
    { quoted: true, record_delimiter: 'windows' },
  );

/** How such a file begins: the mark of UTF-8, and its heading. */
export const csvHead = (heading: readonly string[]): string =>
  MARK + stringify([heading], { quoted: true, record_delimiter: 'windows' });

/** A whole file for spreadsheets. */
export const csvOf = (heading: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  csvHead(heading) + csvLines(rows);
