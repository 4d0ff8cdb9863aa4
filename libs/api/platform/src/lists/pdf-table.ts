import { setImmediate as others } from 'node:timers/promises';
import { dayInWords } from '@lms/domain';
import { decoration, type Pdf, PDF_COLOURS, type StructureElement } from '../pdf/branded-pdf.js';
import type { Band } from './pdf-bands.js';
import type { ShownCell } from './shown-list.js';

const TOP = 48;
const BOTTOM = 595.28 - 52;
const SIZE = 8.5;
const GAP = 6;
/** Above and below the text of a row. */
const AIR = 4;
/** Rows that are drawn before others get their turn. */
const TURN = 20;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A table over as many pages as it needs. Its heading row is in the structure once, and drawn on each page. */
export class PdfTable {
  private readonly heads: string[];

  constructor(
    private readonly pdf: Pdf,
    private readonly band: Band,
    private readonly left: number,
  ) {
    this.heads = band.columns.map(({ heading }) => heading);
  }

  async write(rows: readonly (readonly ShownCell[])[]): Promise<void> {
    const { pdf } = this;
    const table = pdf.struct('Table');
    // Once the table stands in the document, what is added to it is drawn at once.
    pdf.addStructure(table);
    if (pdf.y + 4 * this.height(this.heads, true) > BOTTOM) this.newPage();
    this.row(table, this.heads, true);
    for (const [n, row] of rows.entries()) {
      const texts = this.band.columns.map(({ place }) => wordsOf(row[place] ?? null));
      if (pdf.y + this.height(texts, false) + 2 * AIR > BOTTOM) {
        this.newPage();
        this.headsAgain();
      }
      this.row(table, texts, false);
      if (n % TURN === TURN - 1) await others();
    }
    table.end();
  }

  private row(table: StructureElement, texts: readonly string[], head: boolean): void {
    const { pdf } = this;
    const [top, height] = [pdf.y + AIR, this.height(texts, head)];
    let x = this.left;
    const cells = this.band.columns.map(({ width, repeated }, place) => {
      const left = x;
      x += width;
      const draw = () => this.text(texts[place] ?? '', left, top, width, head);
      if (head) return pdf.struct('TH', { scope: 'Column' }, draw);
      return repeated ? pdf.struct('TH', { scope: 'Row' }, draw) : pdf.struct('TD', {}, draw);
    });
    const row = pdf.struct('TR', cells);
    table.add(row);
    this.rule(top + height + AIR, head);
  }

  /** For the eye: a screen reader has the headings from the structure. */
  private headsAgain(): void {
    const [top, height] = [this.pdf.y + AIR, this.height(this.heads, true)];
    decoration(this.pdf, () => {
      let x = this.left;
      for (const { heading, width } of this.band.columns) {
        this.text(heading, x, top, width, true);
        x += width;
      }
    });
    this.rule(top + height + AIR, true);
  }

  private newPage(): void {
    this.pdf.addPage();
    this.pdf.y = TOP;
  }

  private rule(y: number, head: boolean): void {
    const width = this.band.columns.reduce((all, column) => all + column.width, 0);
    decoration(this.pdf, () => {
      this.pdf.rect(this.left, y, width, head ? 1.2 : 0.5).fill(head ? this.pdf.sign.ground : PDF_COLOURS.line);
    });
    this.pdf.y = y;
  }

  private font(head: boolean): Pdf {
    return this.pdf.font(head ? 'strong' : 'text').fontSize(SIZE);
  }

  private height(texts: readonly string[], head: boolean): number {
    this.font(head);
    const heights = this.band.columns.map(({ width }, place) =>
      this.pdf.heightOfString(texts[place] ?? '', { width: width - GAP }),
    );
    return Math.max(...heights);
  }

  private text(text: string, x: number, y: number, width: number, head: boolean): void {
    this.font(head).fillColor(head ? PDF_COLOURS.quiet : PDF_COLOURS.ink);
    this.pdf.text(text, x, y, { width: width - GAP });
  }
}

function wordsOf(cell: ShownCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.day ? `${cell.word}\n${dayInWords(cell.day)}` : cell.word;
  return typeof cell === 'string' && DAY.test(cell) ? dayInWords(cell) : String(cell);
}
