import { decoration, type Pdf, PDF_COLOURS, type StructureElement } from './branded-pdf.js';

interface Column {
  head: string;
  width: number;
}

const LEFT = 48;
const BOTTOM = 760;
const SIZE = 9.5;
const GAP = 8;

/** A tagged table over as many pages as it needs; `y` afterwards is below it. */
export function writeTable(pdf: Pdf, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
  const table = pdf.struct('Table');
  // Once the table stands in the document, what is added to it is drawn at once.
  pdf.addStructure(table);
  const heads = columns.map(({ head }) => head);
  writeRow(pdf, table, columns, heads, 'TH');
  for (const row of rows.length > 0 ? rows : [['Nothing yet']]) writeRow(pdf, table, columns, row, 'TD');
  table.end();
}

function writeRow(
  pdf: Pdf,
  table: StructureElement,
  columns: readonly Column[],
  texts: readonly string[],
  tag: 'TH' | 'TD',
): void {
  const set = (): Pdf => pdf.font(tag === 'TH' ? 'strong' : 'text').fontSize(SIZE);
  set();
  const height = Math.max(
    ...columns.map(({ width }, index) => pdf.heightOfString(texts[index] ?? '', { width: width - GAP })),
  );
  if (pdf.y + height + 10 > BOTTOM) {
    pdf.addPage();
    pdf.y = 48;
  }
  const top = pdf.y + 5;
  let x = LEFT;
  const cells = columns.map(({ width }, index) => {
    const left = x;
    x += width;
    return pdf.struct(tag, tag === 'TH' ? { scope: 'Column' } : {}, () => {
      set().fillColor(tag === 'TH' ? PDF_COLOURS.quiet : PDF_COLOURS.ink);
      pdf.text(texts[index] ?? '', left, top, { width: width - GAP });
    });
  });
  table.add(pdf.struct('TR', cells));
  const below = top + height + 4;
  const strong = tag === 'TH';
  decoration(pdf, () => {
    pdf.rect(LEFT, below, 499, strong ? 1.2 : 0.5).fill(strong ? pdf.sign.ground : PDF_COLOURS.line);
  });
  pdf.y = below;
}
