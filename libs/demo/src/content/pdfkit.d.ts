/** The part of pdfkit (which brings no types) that is used here. Lengths in points. */
declare module 'pdfkit' {
  import { Readable } from 'node:stream';

  export interface TextOptions {
    width?: number;
    lineGap?: number;
    indent?: number;
    align?: 'left' | 'right' | 'center';
    lineBreak?: boolean;
    characterSpacing?: number;
    link?: string;
    /** How far below the place given the letters stand. */
    baseline?: number;
    /** Of a line that is being written. */
    lineWidth?: number;
    textWidth?: number;
  }
  export interface StructureElement {
    add(child: StructureElement): StructureElement;
    end(): StructureElement;
  }
  export default class PDFDocument extends Readable {
    constructor(options: {
      size: 'A4';
      layout?: 'portrait' | 'landscape';
      margin: number;
      bufferPages?: boolean;
      pdfVersion: '1.7';
      tagged: boolean;
      lang: string;
      displayTitle: boolean;
      info: { Title: string; Author: string; CreationDate: Date; ModDate: Date };
    });
    x: number;
    y: number;
    addPage(): this;
    on(event: 'pageAdded', listener: () => void): this;
    on(event: string, listener: (...args: never[]) => void): this;
    readonly page: { width: number; height: number };
    registerFont(name: string, file: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(width: number): this;
    text(text: string, x?: number, y?: number, options?: TextOptions): this;
    widthOfString(text: string, options?: TextOptions): number;
    heightOfString(text: string, options?: TextOptions): number;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    circle(x: number, y: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineCap(style: 'butt' | 'round' | 'square'): this;
    lineJoin(style: 'miter' | 'round' | 'bevel'): this;
    save(): this;
    restore(): this;
    switchToPage(index: number): this;
    bufferedPageRange(): { start: number; count: number };
    image(
      bytes: Buffer,
      x: number,
      y: number,
      options: { fit: [number, number]; align?: 'center'; valign?: 'center' },
    ): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(colour: string): this;
    stroke(): this;
    markContent(tag: 'Artifact', options?: { type?: 'Pagination' | 'Layout' }): this;
    markContent(tag: 'Span', options: { actual: string }): this;
    endMarkedContent(): this;
    struct(type: string, children?: (() => void) | StructureElement[]): StructureElement;
    struct(
      type: string,
      options: { alt?: string; title?: string; scope?: 'Column' | 'Row' },
      children?: (() => void) | StructureElement[],
    ): StructureElement;
    addStructure(element: StructureElement): this;
    end(): void;
    /** Its inside, by which a line is written. */
    protected _font: { ascender: number; font: { hasGlyphForCodePoint(point: number): boolean } };
    protected _fontSize: number;
    protected _fragment(text: string, x: number, y: number, options: TextOptions): void;
  }
}
