import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { readSpreadsheet } from './read-spreadsheet.js';
import { SHEET_LIMITS } from './sheet-limits.js';
import type { SheetFile, SheetRow } from './sheet-row.js';
import { xlsxOf } from './write-xlsx.js';

const PIECE = 7;

/** In small pieces, so that what is cut in the middle of a letter shows. */
function fileOf(bytes: Uint8Array, piece = PIECE): SheetFile {
  return {
    size: bytes.length,
    open: (range = { start: 0, end: bytes.length - 1 }) =>
      Readable.from(
        (function* () {
          for (let at = range.start; at <= range.end; at += piece)
            yield Buffer.from(bytes.subarray(at, Math.min(at + piece, range.end + 1)));
        })(),
        { objectMode: false },
      ),
  };
}
const text = (content: string) => fileOf(Buffer.from(content));

async function read(file: SheetFile, limits = SHEET_LIMITS): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSpreadsheet(file, limits)) rows.push(row);
  return rows;
}
const cells = async (file: SheetFile) => (await read(file)).map((row) => row.cells);
async function workbook(fill: (book: exceljs.Workbook) => void): Promise<SheetFile> {
  const book = new exceljs.Workbook();
  fill(book);
  return fileOf(new Uint8Array(await book.xlsx.writeBuffer()), 4096);
}

describe('CSV', () => {
  it.each([
    [',', 'name,town\nZoë,Łódź'],
    [';', 'name;town\r\nZoë;Łódź\r\n'],
    ['a tab', 'name\ttown\nZoë\tŁódź'],
    ['a bar', 'name|town\nZoë|Łódź'],
    ['what Excel says', 'sep=:\nname:town\nZoë:Łódź'],
    ['a semicolon, with commas in the texts', '"name";"town"\n"Zoë";"Łódź"'],
    ['a comma, after a mark', '\uFEFFname,town\nZoë,Łódź'],
  ])('is divided by %s', async (_, content) => {
    expect(await cells(text(content))).toEqual([
      ['name', 'town'],
      ['Zoë', 'Łódź'],
    ]);
  });

  it.each([
    ['one order', Buffer.from('\uFEFFname\ttown\r\nZoë 🚧\tŁódź', 'utf16le')],
    ['the other', Buffer.from('\uFEFFname\ttown\r\nZoë 🚧\tŁódź', 'utf16le').swap16()],
  ])('is read as Excel writes “Unicode text”, in %s of bytes', async (_, bytes) => {
    for (const piece of [1, 3, 4096])
      expect((await read(fileOf(bytes, piece))).map((row) => row.cells)).toEqual([
        ['name', 'town'],
        ['Zoë 🚧', 'Łódź'],
      ]);
  });

  it('numbers rows as a spreadsheet does, also with lines within a cell and empty rows', async () => {
    const rows = await read(text('name,note\n\nAnn,"one\ntwo"\n , \nBo,\u00a0x \n'));
    expect(rows).toEqual([
      { n: 1, cells: ['name', 'note'] },
      { n: 3, cells: ['Ann', 'one\ntwo'] },
      { n: 5, cells: ['Bo', 'x'] },
    ]);
  });

  it.each([
    ['another encoding', fileOf(Buffer.from('name\nZo\xeb', 'latin1')), /not written in UTF-8/],
    ['UTF-16 that does not say so', fileOf(Buffer.from('name\nZoe', 'utf16le')), /not written in UTF-8/],
    ['half a letter', fileOf(Buffer.from('\uFEFFname\nZo\ud83d', 'utf16le')), /not written in UTF-8/],
    ['nothing', text(''), /empty/],
    ['an open quotation mark', text('a,b\n1,"2\n3,4'), /Row 2 cannot be read. A quotation mark is opened/],
    ['an old workbook', fileOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')), /old workbook/],
    ['a cell without an end', text(`a\n${'x'.repeat(5000)}`), /more than 4,000 characters/],
    ['too many columns', text(`${'a,'.repeat(100)}b`), /101 columns/],
  ])('refuses %s', async (_, file, sentence) => {
    await expect(read(file)).rejects.toThrow(sentence);
  });

  it('refuses more rows than the limit', async () => {
    await expect(read(text('a\n1\n2\n3'), { ...SHEET_LIMITS, rows: 3 })).rejects.toThrow('more than 2 rows');
  });
});

describe('workbooks', () => {
  it('gives texts, whole numbers, days, results and nothing for errors, of the first sheet in sight', async () => {
    const file = await workbook((book) => {
      book.addWorksheet('Hidden', { state: 'hidden' }).addRow(['no']);
      const sheet = book.addWorksheet('People');
      sheet.addRow(['Number', 'Started', 'Name', 'Sum', 'Bold', 'Wrong', 'Half', 'Yes']);
      sheet.addRow([]);
      sheet.addRow([
        10000000123,
        new Date('2026-03-29T00:00:00Z'),
        ' Zoë & Łukasz ',
        { formula: 'A1', result: 42 },
        { richText: [{ text: 'two ' }, { text: 'parts', font: { bold: true } }] },
        { error: '#N/A' },
        0.1,
        true,
      ]);
      sheet.getCell('B3').numFmt = 'dd/mm/yyyy';
    });
    expect(await read(file)).toEqual([
      { n: 1, cells: ['Number', 'Started', 'Name', 'Sum', 'Bold', 'Wrong', 'Half', 'Yes'] },
      { n: 3, cells: ['10000000123', '2026-03-29', 'Zoë & Łukasz', '42', 'two parts', '', '0.1', 'yes'] },
    ]);
  });

  it('takes back what is written, and writes nothing that runs', async () => {
    const columns = [
      { heading: 'Name', type: 'text' },
      { heading: 'On', type: 'date' },
      { heading: 'Count', type: 'number' },
    ] as const;
    const bytes = await buffer(
      xlsxOf('A/B: results', columns, [
        ['=1+1', '2026-02-28', 7],
        ['\u0001bell', null, '8'],
      ]),
    );
    expect(await cells(fileOf(bytes, 4096))).toEqual([
      ['Name', 'On', 'Count'],
      ['=1+1', '2026-02-28', '7'],
      ['bell', '', '8'],
    ]);
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as unknown as exceljs.Buffer);
    const [sheet] = book.worksheets;
    expect(sheet?.getCell('A2').type).toBe(exceljs.ValueType.String);
    expect(sheet?.getCell('B2').type).toBe(exceljs.ValueType.Date);
    expect(sheet?.getCell('C3').value).toBe(8);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.autoFilter).toBeTruthy();
  });

  it('refuses what is no workbook, what is damaged, and what unpacks to far more than it is', async () => {
    const other = zipSync({ 'readme.txt': strToU8('hello') });
    await expect(read(fileOf(other))).rejects.toThrow('not a workbook');
    await expect(read(fileOf(other.subarray(0, 60)))).rejects.toThrow('damaged');
    const file = await workbook((book) => book.addWorksheet('S').addRow(['a'.repeat(30_000)]));
    await expect(read(file, { ...SHEET_LIMITS, cellLength: 3000 })).rejects.toThrow(/characters|longer/);
    const rows = await workbook((book) => {
      const sheet = book.addWorksheet('S');
      for (let i = 0; i < 2000; i += 1) sheet.addRow([i, i]);
    });
    await expect(read(rows, { ...SHEET_LIMITS, partBytes: 50_000 })).rejects.toThrow('unpacks to more');
  });
});
