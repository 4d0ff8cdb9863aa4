import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** Tags in one cell, separated by semicolons; a tag that holds one stands in quotation marks. */
export const tagsCell = (tags: readonly string[]): string =>
  tags.length === 0 ? '' : stringify([[...tags]], { delimiter: ';', record_delimiter: '' });

/** The tags of a cell, also of one that a person typed. */
export const tagsOf = (cell: string): string[] =>
  parts(cell)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

function parts(cell: string): string[] {
  try {
    const rows: string[][] = parse(cell, { delimiter: ';', trim: true, relax_quotes: true, relax_column_count: true });
    return rows.flat();
  } catch {
    // A quotation mark that is not closed is part of the tag.
    return cell.split(';');
  }
}
