import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { SHEET_LIMITS, type SheetLimits, withinLimits } from './sheet-limits.js';
import { type SheetFile, SheetRefused, type SheetRow } from './sheet-row.js';

const ZIP = '504b0304';
/** Workbooks of Excel until 2003, and those with a password. */
const OLD_OFFICE = 'd0cf11e0';

/**
 * The rows of the first sheet of a workbook (.xlsx), or of a CSV; which of them it is, the first bytes say and not the
 * name. Memory does not grow with the file, but for the shared texts of a workbook. Throws {@link SheetRefused}.
 */
export async function* readSpreadsheet(file: SheetFile, limits: SheetLimits = SHEET_LIMITS): AsyncGenerator<SheetRow> {
  if (file.size === 0) throw new SheetRefused('The file is empty.');
  const begins = await firstBytes(file);
  if (begins === OLD_OFFICE) {
    throw new SheetRefused(
      'This is an old workbook (.xls), or one with a password. Save it as .xlsx without a password.',
    );
  }
  yield* withinLimits(
    begins === ZIP ? readXlsx(file, limits) : readCsv(file.open() as AsyncIterable<Uint8Array>, limits),
    limits,
  );
}

async function firstBytes(file: SheetFile): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of file.open({ start: 0, end: Math.min(file.size, 4) - 1 }) as AsyncIterable<Buffer>)
    pieces.push(piece);
  return Buffer.concat(pieces).toString('hex');
}
