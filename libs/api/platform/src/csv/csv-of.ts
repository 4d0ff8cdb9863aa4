import { stringify } from 'csv-stringify/sync';
import { safeCell } from '@lms/domain';

/** A file for spreadsheets: UTF-8 with its mark, every cell quoted, nothing that runs as a formula. */
export const csvOf = (heading: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify([heading, ...rows.map((row) => row.map((cell) => safeCell(String(cell ?? ''))))], {
    bom: true,
    quoted: true,
    record_delimiter: 'windows',
  });
