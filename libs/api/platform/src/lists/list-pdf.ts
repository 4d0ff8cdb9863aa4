import { PassThrough, type Readable } from 'node:stream';
import type { Brand } from '../brand/brand.js';
import { newPdf, type Pdf, PDF_COLOURS, decoration, writeLine } from '../pdf/branded-pdf.js';
import { aboutOf } from './about-of.js';
import { ListTooLarge } from './list-too-large.js';
import { type Band, bandsOf } from './pdf-bands.js';
import { PdfTable } from './pdf-table.js';
import type { ShownCell, ShownList } from './shown-list.js';

/** More than that nobody reads on paper, and each is an element of the document's structure. */
const MOST_CELLS = 40_000;
const MARGIN = 48;
const WIDTH = 841.89 - 2 * MARGIN;

/**
 * A list as a tagged PDF: landscape pages with the heading row on each. What is wider than a page is told in parts, each
 * a table that begins with whose row it is.
 */
export function listPdf(list: ShownList, at: Date, brand?: Brand): Readable {
  const out = new PassThrough();
  write(out, list, at, brand).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

async function write(out: PassThrough, list: ShownList, at: Date, brand?: Brand): Promise<void> {
  const rows = await fewRows(list);
  const { pdf, finish } = await newPdf({ title: list.title, at, landscape: true, buffered: false, brand });
  let page = 1;
  pdf.on('pageAdded', () => footer(pdf, list.title, (page += 1)));
  head(pdf, list, at, rows.length);
  const bands = bandsOf(list, WIDTH);
  for (const [n, band] of bands.entries()) {
    if (bands.length > 1) part(pdf, band, n, bands.length);
    await new PdfTable(pdf, band, MARGIN).write(rows);
  }
  out.end(await finish());
}

/** Every row: the parts of a wide table go through them again and again. */
async function fewRows({ rows, columns }: ShownList): Promise<(readonly ShownCell[])[]> {
  const all: (readonly ShownCell[])[] = [];
  for await (const row of rows) {
    all.push(row);
    if (all.length * columns.length > MOST_CELLS)
      throw new ListTooLarge(
        'This is more than a PDF can be read with. Narrow it down, choose fewer columns, or take a workbook.',
      );
  }
  return all;
}

function head(pdf: Pdf, list: ShownList, at: Date, rows: number): void {
  const line = { x: MARGIN, width: WIDTH };
  const [title = '', ...about] = aboutOf(list, at);
  writeLine(pdf, title, { ...line, tag: 'H1', y: MARGIN, size: 22, strong: true });
  for (const text of [...about, rows === 1 ? '1 row' : `${rows} rows`])
    writeLine(pdf, text, { ...line, tag: 'P', y: pdf.y + 3, size: 10.5, colour: PDF_COLOURS.quiet });
  pdf.y += 10;
  footer(pdf, list.title, 1);
}

function part(pdf: Pdf, { columns }: Band, n: number, of: number): void {
  if (n > 0) {
    pdf.addPage();
    pdf.y = MARGIN;
  }
  const own = columns.filter(({ repeated }) => !repeated).map(({ heading }) => heading);
  const text = `Part ${n + 1} of ${of}: ${own[0]}${own.length > 1 ? ` to ${own.at(-1)}` : ''}`;
  writeLine(pdf, text, { tag: 'H2', x: MARGIN, y: pdf.y + 4, width: WIDTH, size: 13, strong: true });
  pdf.y += 4;
}

/** Below the margin, where nothing else is written. */
function footer(pdf: Pdf, title: string, page: number): void {
  const { y } = pdf;
  decoration(pdf, () => {
    pdf.font('text').fontSize(9).fillColor(PDF_COLOURS.quiet);
    pdf.text(`${title}, page ${page}`, MARGIN, 595.28 - 36, { lineBreak: false });
  });
  pdf.y = y;
}
