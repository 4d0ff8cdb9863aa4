import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument, { type StructureElement, type TextOptions } from 'pdfkit';
import type { Brand } from '../brand/brand.js';
import { type Run, runsOf } from './runs.js';

const OWN_SIGN = { ground: '#074351', quiet: '#b9e1ed' };

const own = (file: string): string => path.join(import.meta.dirname, 'assets', file);
/** Liberation Sans, which the reader of PDFs brings along. */
const other = (file: string): string =>
  createRequire(import.meta.url).resolve(`pdfjs-dist/standard_fonts/LiberationSans-${file}.ttf`);
/** The product's faces, and which of another typeface has the letters that they lack, such as Greek and Cyrillic. */
const FACES: Readonly<Record<string, { file: string; others: string; othersFile: string }>> = {
  text: { file: 'overpass-regular.ttf', others: 'text of others', othersFile: 'Regular' },
  strong: { file: 'overpass-bold.ttf', others: 'strong of others', othersFile: 'Bold' },
};

const MARK = /\p{M}/u;

/** A document that knows whose it is, and writes `text` and `strong` in any letters of Europe. */
export class Pdf extends PDFDocument {
  private whole: StructureElement | undefined;
  private face: string | undefined;
  /** By face and letter, whether the face has it. */
  private readonly has = new Map<string, boolean>();

  constructor(
    readonly brand: Brand,
    options: ConstructorParameters<typeof PDFDocument>[0],
  ) {
    super(options);
    for (const [name, { file, others, othersFile }] of Object.entries(FACES))
      this.registerFont(name, own(file)).registerFont(others, other(othersFile));
  }

  override font(...given: Parameters<PDFDocument['font']>): this {
    [this.face] = given;
    return super.font(...given);
  }

  override widthOfString(text: string, options?: TextOptions): number {
    return this.inRuns(text).reduce(
      (all, run) => all + this.inFace(run, () => super.widthOfString(run.text, options)),
      0,
    );
  }

  /** One line, or a part of it. All of it stands on the line of the product's own face. */
  protected override _fragment(text: string, x: number, y: number, options: TextOptions): void {
    const runs = this.inRuns(String(text).replaceAll('\n', ''));
    if (runs.every((run) => run.own)) {
      for (const run of runs) this.writeRun(run, x, y, options);
      return;
    }
    const { align, lineWidth = 0, textWidth: _, ...rest } = options;
    const baseline = (-this._font.ascender / 1000) * this._fontSize;
    const room = lineWidth - this.widthOfString(text, options);
    let at = x + (align === 'right' ? room : align === 'center' ? room / 2 : 0);
    for (const run of runs)
      at += this.inFace(run, () => {
        this.writeRun(run, at, y, { ...rest, baseline });
        return super.widthOfString(run.text, options);
      });
  }

  /** What is put together of a letter and its marks says of itself what it is: a reader would take it apart. */
  private writeRun({ text }: Run, x: number, y: number, options: TextOptions): void {
    const marked = MARK.test(text);
    if (marked) this.markContent('Span', { actual: text.normalize('NFC') });
    super._fragment(text, x, y, options);
    if (marked) this.endMarkedContent();
  }

  private inRuns(text: string): Run[] {
    const face = this.face ?? '';
    const others = FACES[face]?.others;
    if (!others) return [{ own: true, text }];
    return runsOf(
      text,
      (letter) => this.hasLetter(face, letter),
      (letter) => this.hasLetter(others, letter),
    );
  }

  private hasLetter(face: string, letter: string): boolean {
    const key = `${face} ${letter}`;
    const known = this.has.get(key);
    if (known !== undefined) return known;
    const has = this.with(face, () => this._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    this.has.set(key, has);
    return has;
  }

  private inFace<T>({ own: isOwn }: Run, does: () => T): T {
    const others = FACES[this.face ?? '']?.others;
    return isOwn || !others ? does() : this.with(others, does);
  }

  /** Does something in another face, and goes on in this one. */
  private with<T>(face: string, does: () => T): T {
    const before = this.face;
    this.font(face);
    const done = does();
    if (before !== undefined) this.font(before);
    return done;
  }

  /** Readers of tagged documents look for one element that holds all others. */
  override addStructure(element: StructureElement): this {
    if (!this.whole) super.addStructure((this.whole = this.struct('Document')));
    this.whole.add(element);
    return this;
  }

  override end(): void {
    this.whole?.end();
    super.end();
  }

  /** Of signs and what is written small on them: the brand's, or the product's own. */
  get sign(): { ground: string; quiet: string } {
    const own = this.brand.palette?.light;
    return { ground: own?.sign ?? OWN_SIGN.ground, quiet: own?.signInk2 ?? OWN_SIGN.quiet };
  }
}
