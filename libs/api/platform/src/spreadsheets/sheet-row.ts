import type { Readable } from 'node:stream';

/** One row that is not empty. */
export interface SheetRow {
  /** As the spreadsheet numbers it: the first is 1, and empty rows count. */
  n: number;
  /** Texts without spaces around them; what is missing at the end is left out. */
  cells: string[];
}

/** Where a file lies, however it is stored. */
export interface SheetFile {
  /** Bytes. */
  size: number;
  /** `end` is inclusive. */
  open(range?: { start: number; end: number }): Readable;
}

/** A file that cannot be read as a table; the sentence is for whoever gave it. */
export class SheetRefused extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
  }
}
