import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { listFile } from './list-file.js';
import { ListTooLarge } from './list-too-large.js';
import type { ShownCell, ShownColumn, ShownList } from './shown-list.js';

const AT = new Date('2026-11-30T09:00:00Z');
const COURSES = ['Plant', 'Traffic', 'Electric'];

async function* coming(rows: readonly (readonly ShownCell[])[]): AsyncGenerator<readonly ShownCell[]> {
  await Promise.resolve();
  yield* rows;
}
function listOf(rows: readonly (readonly ShownCell[])[], courses: readonly string[] = COURSES): ShownList {
  const columns: ShownColumn[] = [
    { heading: 'Person', type: 'text', width: 20 },
    { heading: 'First day', type: 'date' },
    { heading: 'Days', type: 'number' },
    ...courses.map((heading) => ({ heading, type: 'dated' as const })),
  ];
  return { title: 'Matrix', narrowed: ['Scheme: NEAR'], columns, fixed: 1, total: rows.length, rows: coming(rows) };
}
const valid = (day: string | null) => ({ word: 'Valid', day, words: day ? `valid until ${day}` : 'valid' });
const ROWS: ShownCell[][] = [
  ['=cmd()', '2026-01-05', 12, valid('2027-01-31'), null, valid(null)],
  ['Zoë & Co', null, null, null, valid('2026-12-01'), null],
];

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false });
/** The parts of a workbook, as whoever knows nothing of how it was written reads them. */
async function partsOf(list: ShownList): Promise<(name: string) => Record<string, never>> {
  const zip = unzipSync(new Uint8Array(await buffer(listFile(list, 'xlsx', AT).bytes)));
  return (name) => parser.parse(strFromU8(zip[name] ?? new Uint8Array())) as Record<string, never>;
}
interface Cell {
  r: string;
  t?: string;
  s?: string;
  v?: string;
  f?: string;
}
interface Sheet {
  worksheet: {
    sheetViews: { sheetView: { pane: Record<string, string> } };
    autoFilter: { ref: string };
    sheetData: { row: { c: Cell[] }[] };
  };
}
const textOf = (cell: Cell | undefined) => (cell?.t === 'str' ? cell.v : undefined);

describe('a list as a workbook', () => {
  it('has typed cells, a head and columns that stay in sight, and a filter on each column', async () => {
    const part = await partsOf(listOf(ROWS));
    const { worksheet } = part('xl/worksheets/sheet1.xml') as unknown as Sheet;
    expect(worksheet.sheetViews.sheetView.pane).toMatchObject({ xSplit: '1', ySplit: '1', state: 'frozen' });
    expect(worksheet.autoFilter.ref).toBe('A1:I1');
    const [head, first] = worksheet.sheetData.row;
    expect(head?.c.map(textOf)).toEqual([
      ...['Person', 'First day', 'Days'],
      ...COURSES.flatMap((course) => [course, `${course} (date)`]),
    ]);
    const cells = new Map(first?.c.map((cell) => [cell.r, cell]));
    expect(textOf(cells.get('A2'))).toBe('=cmd()');
    expect([...cells.values()].some(({ f }) => f !== undefined)).toBe(false);
    // Days since the end of 1899, and shown as a date.
    const days = (Date.UTC(2026, 0, 5) - Date.UTC(1899, 11, 30)) / 86_400_000;
    expect(Number(cells.get('B2')?.v)).toBe(days);
    expect(cells.get('C2')).toMatchObject({ v: '12' });
    expect(Number(cells.get('E2')?.v)).toBe((Date.UTC(2027, 0, 31) - Date.UTC(1899, 11, 30)) / 86_400_000);
    const styles = JSON.stringify(part('xl/styles.xml'));
    expect(styles).toContain('yyyy-mm-dd');
  });

  it('says on a sheet of its own what it is', async () => {
    const part = await partsOf(listOf(ROWS));
    const { worksheet } = part('xl/worksheets/sheet2.xml') as unknown as Sheet;
    expect(worksheet.sheetData.row.map(({ c }) => textOf([c].flat()[0]))).toEqual([
      'Matrix',
      'As it stood on Mon 30 Nov 2026, as far as whoever made it may see.',
      'Scheme: NEAR',
    ]);
  });
});

it('a list as CSV has one cell where the screen has one', async () => {
  expect((await buffer(listFile(listOf(ROWS), 'csv', AT).bytes)).toString()).toBe(
    [
      '\ufeff"Person","First day","Days","Plant","Traffic","Electric"',
      `"'=cmd()","2026-01-05","12","valid until 2027-01-31",,"valid"`,
      '"Zoë & Co",,,,"valid until 2026-12-01",',
      '',
    ].join('\r\n'),
  );
});

describe('a list as PDF', () => {
  const opened = async (list: ShownList) =>
    getDocument({ data: new Uint8Array(await buffer(listFile(list, 'pdf', AT).bytes)), verbosity: 0 }).promise;
  type Node = { role?: string; children?: Node[] };
  const count = (node: Node | null, role: string): number =>
    (node?.role === role ? 1 : 0) + (node?.children ?? []).reduce((all, child) => all + count(child, role), 0);

  it('is tagged, has a title and a language, and shows the headings on each page, to a screen reader once', async () => {
    const many = Array.from({ length: 60 }, (_, n): ShownCell[] => [`Person ${n}`, '2026-01-05', n, null, null, null]);
    const document = await opened(listOf(many));
    expect((await document.getMetadata()).info).toMatchObject({ Title: 'Matrix', Language: 'en-GB' });
    expect(document.numPages).toBeGreaterThan(2);
    const trees: Node[] = [];
    for (let n = 1; n <= document.numPages; n += 1) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent();
      expect(items.map((item) => ('str' in item ? item.str : ''))).toContain('First day');
      trees.push((await page.getStructTree()) as Node);
    }
    // The structure is told whole for every page: the headings once, and the name of each row.
    for (const tree of trees) expect(['TH', 'TD'].map((role) => count(tree, role))).toEqual([6 + 60, 60 * 5]);
    for (const { children } of trees) expect(children?.map(({ role }) => role)).toEqual(['Document']);
    await document.loadingTask.destroy();
  });

  it('tells what is wider than a page in parts, each with whose row it is', async () => {
    const courses = Array.from({ length: 20 }, (_, n) => `Course ${n}`);
    const document = await opened(listOf([['Ann', null, 1, ...courses.map(() => valid('2027-01-31'))]], courses));
    const words: string[] = [];
    for (let n = 1; n <= document.numPages; n += 1)
      words.push(
        ...(await (await document.getPage(n)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')),
      );
    expect(words.filter((word) => word === 'Ann').length).toBe(words.filter((word) => /^Part \d of/.test(word)).length);
    for (const course of courses) expect(words.filter((word) => word === course)).toHaveLength(1);
    await document.loadingTask.destroy();
  });

  it('is refused where nobody could read it', async () => {
    const many = Array.from({ length: 8000 }, (): ShownCell[] => ['Ann', null, null, null, null, null]);
    await expect(buffer(listFile(listOf(many), 'pdf', AT).bytes)).rejects.toThrow(ListTooLarge);
  });
});
