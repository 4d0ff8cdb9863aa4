import { CsvError, parse } from 'csv-parse/sync';
import { plainCell } from '@lms/domain';
import { columnOf, isKnownColumn, NEEDED_COLUMNS } from './columns.js';

/** Rows are counted from 2, as a spreadsheet shows them: the first is the heading. */
export interface RowError {
  row: number;
  column: string;
  message: string;
}
export interface CsvRow {
  row: number;
  cells: ReadonlyMap<string, string>;
}

const bad = (message: string, row = 1, column = ''): { rows: CsvRow[]; errors: RowError[] } => ({
  rows: [],
  errors: [{ row, column, message }],
});

/** The rows of a file by the names of their columns; what cannot be read at all is one error. */
export function readCsv(bytes: Uint8Array): { rows: CsvRow[]; errors: RowError[] } {
  const text = decode(bytes);
  if (text === null) return bad('The file is not in UTF-8. In the spreadsheet, save it as “CSV UTF-8”.');
  let records: string[][];
  try {
    records = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, max_record_size: 200_000 });
  } catch (error) {
    const row = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : 1;
    return bad('From here on the file cannot be read. Look for a quotation mark that is not closed.', row);
  }
  const [heading = [], ...lines] = records;
  const columns = heading.map(columnOf);
  const errors = headingErrors(columns);
  if (errors.length > 0) return { rows: [], errors };
  const rows = lines.map((line, index) => ({ row: index + 2, line })).filter(({ line }) => line.some((c) => c.trim()));
  return {
    rows: rows.map(({ row, line }) => ({
      row,
      cells: new Map(columns.map((column, index) => [column, plainCell(line[index] ?? '').trim()])),
    })),
    errors: rows.flatMap(({ row, line }) =>
      line.slice(columns.length).some((cell) => cell.trim())
        ? [{ row, column: '', message: 'This row has more cells than the heading.' }]
        : [],
    ),
  };
}

function headingErrors(columns: readonly string[]): RowError[] {
  const at = (column: string, message: string): RowError => ({ row: 1, column, message });
  return [
    ...NEEDED_COLUMNS.filter((column) => !columns.includes(column)).map((column) =>
      at(column, 'This column is missing.'),
    ),
    ...columns.flatMap((column, index) => {
      if (column === '') return [];
      if (!isKnownColumn(column)) return [at(column, 'There is no such column.')];
      return columns.indexOf(column) < index ? [at(column, 'This column stands here twice.')] : [];
    }),
  ];
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Spreadsheets write what their country separates with. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 2000).split(/[\r\n]/, 1)[0] ?? '';
  const known = (delimiter: string): number =>
    first.split(delimiter).filter((cell) => isKnownColumn(columnOf(cell.replaceAll('"', '')))).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best), ',');
}
