/**
 * Spreadsheets run a cell that begins with one of these as a formula; an apostrophe before it makes it text. The
 * full-width signs are read alike in East Asian settings.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell as it can be written to a file that people open in a spreadsheet; {@link plainCell} takes it back exactly. */
export const safeCell = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

export const plainCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
