import type { Row } from 'exceljs';
import { cellText } from './cell-text.js';
import type { SheetLimits } from './sheet-limits.js';
import { type SheetFile, SheetRefused, type SheetRow } from './sheet-row.js';
import { damaged, XlsxParts } from './xlsx-parts.js';

interface Sheet {
  rId: string;
  state?: string;
}

/**
 * What the library's reader does with each part of a workbook. Its own way through the file trusts what the archive says of
 * itself and knows no limits, so the parts are handed to it one by one. (exceljs 4.4.0, pinned.)
 */
interface PartReader {
  _parseRels(part: NodeJS.ReadableStream): Promise<void>;
  _parseWorkbook(part: NodeJS.ReadableStream): Promise<void>;
  _parseStyles(part: NodeJS.ReadableStream): Promise<void>;
  _parseSharedStrings(part: NodeJS.ReadableStream): AsyncIterable<never>;
  _parseWorksheet(part: AsyncIterable<unknown>, number: string): Iterable<{ value: AsyncIterable<Row> }>;
  workbookRels: { Id: string; Target: string }[];
  model: { sheets: Sheet[] };
}

const BOOK = 'xl/workbook.xml';
/** Parts that are only about the others. */
const SMALL_PART = 20_000_000;

/** The rows of the first sheet that is not hidden. */
export async function* readXlsx(file: SheetFile, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const parts = await XlsxParts.open(file);
  try {
    if (!parts.has(BOOK)) throw new SheetRefused('This is not a workbook. Give a file that ends in .xlsx or .csv.');
    yield* rowsOf(parts, limits);
  } catch (error) {
    if (error instanceof SheetRefused) throw error;
    throw damaged();
  } finally {
    parts.close();
  }
}

async function* rowsOf(
  parts: XlsxParts,
  { partBytes, sharedBytes, cellLength }: SheetLimits,
): AsyncGenerator<SheetRow> {
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  } as const;
  // Four hundred modules, for whoever has a workbook.
  const { default: exceljs } = await import('exceljs');
  const reader = new exceljs.stream.xlsx.WorkbookReader('', options) as unknown as PartReader;
  const part = (name: string, bytes = SMALL_PART) => parts.text(name, { bytes, cellLength });
  await reader._parseRels(await part('xl/_rels/workbook.xml.rels'));
  await reader._parseWorkbook(await part(BOOK));
  if (parts.has('xl/styles.xml')) await reader._parseStyles(await part('xl/styles.xml'));
  if (parts.has('xl/sharedStrings.xml')) {
    for await (const nothing of reader._parseSharedStrings(await part('xl/sharedStrings.xml', sharedBytes)))
      void nothing;
  }
  const sheet =
    reader.model.sheets.find(({ state }) => state === undefined || state === 'visible') ?? reader.model.sheets[0];
  const target = reader.workbookRels.find(({ Id }) => Id === sheet?.rId)?.Target;
  if (!target) throw new SheetRefused('The workbook has no sheet.');
  const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  for (const { value } of reader._parseWorksheet(await part(name, partBytes), '1')) {
    for await (const row of value) yield { n: row.number, cells: cellsOf(row) };
  }
}

function cellsOf(row: Row): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = cellText(cell.value);
  });
  return cells;
}
