import { SheetRefused, type SheetRow } from './sheet-row.js';

/** What a file may hold; beyond it reading ends with a sentence, whatever the file says of itself. */
export interface SheetLimits {
  /** Rows that are not empty, the headings among them. */
  rows: number;
  columns: number;
  /** Characters in one cell. */
  cellLength: number;
  /** Bytes of one unpacked part of a workbook. */
  partBytes: number;
  /** Bytes of the unpacked shared texts of a workbook, which have to be in memory at once. */
  sharedBytes: number;
}

export const SHEET_LIMITS: SheetLimits = {
  rows: 50_001,
  columns: 100,
  cellLength: 4_000,
  partBytes: 150_000_000,
  sharedBytes: 30_000_000,
};

const counted = (n: number): string => n.toLocaleString('en-GB');

/** Tidies the cells, leaves out what is empty, and refuses what is too much. */
export async function* withinLimits(rows: AsyncIterable<SheetRow>, limits: SheetLimits): AsyncGenerator<SheetRow> {
  let count = 0;
  for await (const { n, cells } of rows) {
    const row = { n, cells: trimmed(cells) };
    if (row.cells.length === 0) continue;
    count += 1;
    if (count > limits.rows) {
      throw new SheetRefused(
        `The file has more than ${counted(limits.rows - 1)} rows. Divide it and give the parts one after the other.`,
      );
    }
    if (row.cells.length > limits.columns) {
      throw new SheetRefused(
        `Row ${n} has ${counted(row.cells.length)} columns, and ${counted(limits.columns)} is the most.`,
      );
    }
    if (row.cells.some((cell) => cell.length > limits.cellLength)) {
      throw new SheetRefused(`A cell in row ${n} has more than ${counted(limits.cellLength)} characters.`);
    }
    yield row;
  }
}

// Spaces that a person does not see, and characters that no database takes, are no part of a text.
const UNSEEN = /[\u0000\u200B\uFEFF]/gu;

function trimmed(cells: readonly string[]): string[] {
  const texts = cells.map((cell) =>
    cell
      .replace(UNSEEN, '')
      .replace(/\u00A0/gu, ' ')
      .trim(),
  );
  let length = texts.length;
  while (length > 0 && texts[length - 1] === '') length -= 1;
  return texts.slice(0, length);
}
