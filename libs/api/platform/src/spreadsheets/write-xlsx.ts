import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as others } from 'node:timers/promises';

export interface SheetColumn {
  heading: string;
  /** What its cells hold. A `date` is given as YYYY-MM-DD. */
  type: 'text' | 'number' | 'date';
  /** Characters; else as wide as the heading asks for. */
  width?: number;
}

export type SheetCell = string | number | null;
type SheetRows = AsyncIterable<readonly SheetCell[]> | Iterable<readonly SheetCell[]>;

export interface SheetLook {
  /** So many columns at the beginning stay in sight. */
  fixed?: number;
  /** What the table is, a line each, on a second sheet: the first stays a table that can be read by programs. */
  about?: readonly string[];
}

/**
 * A workbook with a table: typed cells, the headings in bold and always in sight, a filter on every column. Rows are
 * written as they come, so that a long table costs no memory. Texts are texts: nothing in a cell can run as a formula.
 */
export function xlsxOf(name: string, columns: readonly SheetColumn[], rows: SheetRows, look: SheetLook = {}): Readable {
  const out = new PassThrough();
  write(out, name, columns, rows, look).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

async function write(
  out: PassThrough,
  name: string,
  columns: readonly SheetColumn[],
  rows: SheetRows,
  { fixed = 0, about = [] }: SheetLook,
): Promise<void> {
  // Four hundred modules, for whoever wants a workbook.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(sheetName(name), { views: [{ state: 'frozen', xSplit: fixed, ySplit: 1 }] });
  sheet.columns = columns.map(({ heading, type, width }) => ({
    header: heading,
    width: width ?? Math.min(Math.max(heading.length + 4, 12), 40),
    style: type === 'date' ? { numFmt: 'yyyy-mm-dd' } : type === 'text' ? { numFmt: '@' } : {},
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(columns.length, 1) } };
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  let written = 0;
  for await (const row of rows) {
    sheet.addRow(columns.map(({ type }, i) => typed(type, row[i] ?? null))).commit();
    // The packer works beside this and takes what it is given without a limit: it gets its turn, and so does everybody else.
    if ((written += 1) % TURN === 0) await others();
    if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve));
  }
  sheet.commit();
  if (about.length > 0) {
    const words = book.addWorksheet('About');
    words.columns = [{ width: 100, style: { numFmt: '@' } }];
    for (const line of about) words.addRow([printable(line)]).commit();
    words.commit();
  }
  await book.commit();
}

/** Rows that are written before others get their turn. */
const TURN = 100;

const DAY = /^\d{4}-\d\d-\d\d$/;

function typed(type: SheetColumn['type'], cell: SheetCell): string | number | Date | null {
  if (cell === null || cell === '') return null;
  if (type === 'date' && typeof cell === 'string' && DAY.test(cell)) return new Date(`${cell}T00:00:00Z`);
  if (type === 'number' && typeof cell === 'string' && cell.trim() !== '' && Number.isFinite(Number(cell)))
    return Number(cell);
  return type === 'text' ? printable(String(cell)) : typeof cell === 'string' ? printable(cell) : cell;
}

// XML has no place for these, and a workbook that holds one does not open.
const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');

/** Excel's rule: 31 characters, and none of these. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:']/gu, ' ')
    .trim()
    .slice(0, 31) || 'Sheet';
