import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { decodeText } from './decode-text.js';
import { guessDelimiter } from './guess-delimiter.js';
import type { SheetLimits } from './sheet-limits.js';
import { SheetRefused, type SheetRow } from './sheet-row.js';

/** Characters that the delimiter is guessed from. */
const BEGINNING = 16_000;
/** Excel's own way of saying what stands between the cells, as a first row that is none. */
const SAYS_DELIMITER = /^sep=(.)\r?\n/iu;

const SENTENCES: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened and never closed, so where the cells end cannot be told.',
  INVALID_OPENING_QUOTE:
    'There is a quotation mark in the middle of a cell. Double it, and put the cell in quotation marks.',
  CSV_INVALID_CLOSING_QUOTE:
    'Something stands behind a closing quotation mark. Double quotation marks that belong to a text.',
  CSV_MAX_RECORD_SIZE: 'A row is longer than can be read. A quotation mark may be missing.',
};

/** Rows of a CSV, of any of the usual delimiters. Also what somebody copied out of a spreadsheet, which has tabs. */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const pieces = decodeText(bytes);
  let beginning = '';
  while (beginning.length < BEGINNING) {
    const next = await pieces.next();
    if (next.done) break;
    beginning += next.value;
  }
  const said = SAYS_DELIMITER.exec(beginning);
  const parser = parse({
    delimiter: said?.[1] ?? guessDelimiter(beginning),
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.columns * limits.cellLength,
  });
  const text = Readable.from(restOf(said ? beginning.slice(said[0].length) : beginning, pieces));
  text.on('error', (error) => parser.destroy(error));
  let n = said ? 1 : 0;
  try {
    for await (const cells of text.pipe(parser) as AsyncIterable<string[]>) {
      n += 1;
      yield { n, cells };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new SheetRefused(
        `${placed(parser.info.records + (said ? 2 : 1))} ${SENTENCES[error.code] ?? 'It cannot be read as CSV.'}`,
      );
    throw error;
  } finally {
    text.destroy();
    parser.destroy();
  }
}

const placed = (n: number): string => `Row ${n} cannot be read.`;

async function* restOf(beginning: string, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  if (beginning !== '') yield beginning;
  yield* pieces;
}
