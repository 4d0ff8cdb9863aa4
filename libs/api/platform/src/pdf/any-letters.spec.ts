import { describe, expect, it } from '@jest/globals';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { newPdf, type Pdf, writeLine } from './branded-pdf.js';
import { writeTable } from './write-table.js';

const NAMES = [
  'Łukasz Wójcik',
  'Иван Петренко',
  'Αλέξανδρος Γεωργίου',
  'Nguyễn Thị Hằng',
  'Đặng Quốc Vượng',
  'Tom Брек, Li',
];

async function pageOf(write: (pdf: Pdf) => void) {
  const { pdf, finish } = await newPdf({ title: 'Names', at: new Date('2026-11-30T09:00:00Z') });
  write(pdf);
  const document = await getDocument({ data: new Uint8Array(await finish()), verbosity: 0 }).promise;
  return { document, page: await document.getPage(1) };
}

describe('names in a PDF', () => {
  it('are written in letters that a face has, and read as they are', async () => {
    const { document, page } = await pageOf((pdf) => {
      for (const [n, name] of NAMES.entries())
        writeLine(pdf, name, { tag: 'P', x: 48, y: 48 + n * 30, width: 300, size: 12, strong: n % 2 === 1 });
      writeTable(
        pdf,
        [{ head: 'Person', width: 499 }],
        NAMES.map((name) => [name]),
      );
    });
    const { fnArray, argsArray } = await page.getOperatorList();
    const drawn = fnArray.flatMap((what, n) =>
      what === OPS.showText ? (argsArray[n] as { originalCharCode?: number }[][]).flat() : [],
    );
    // A box stands for what is not there: the first of every face.
    expect(drawn.length).toBeGreaterThan(NAMES.join('').length);
    expect(drawn.filter((glyph) => glyph.originalCharCode === 0)).toEqual([]);
    const { items } = await page.getTextContent();
    const text = items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .normalize('NFC')
      .replaceAll(/\s/g, '');
    for (const name of NAMES) expect(text).toContain(name.replaceAll(/\s/g, ''));
    await document.loadingTask.destroy();
  });

  it('are as wide as their parts, and stand on one line', async () => {
    const { pdf } = await newPdf({ title: 'Names', at: new Date('2026-11-30T09:00:00Z') });
    pdf.font('text').fontSize(12);
    const width = (text: string) => pdf.widthOfString(text);
    expect(width('Tom Петренко')).toBeCloseTo(width('Tom ') + width('Петренко'), 5);
    expect(pdf.heightOfString('Tom Петренко', { width: 300 })).toBe(pdf.heightOfString('Tom', { width: 300 }));
    pdf.end();
    const { document, page } = await pageOf((one) =>
      writeLine(one, 'Tom Петренко', { tag: 'P', x: 48, y: 48, width: 300, size: 12 }),
    );
    const { items } = await page.getTextContent();
    const lines = new Set(items.flatMap((item) => ('transform' in item ? [item.transform[5]] : [])));
    expect(lines.size).toBe(1);
    await document.loadingTask.destroy();
  });
});
