import { buffer } from 'node:stream/consumers';
import type { StructureElement } from 'pdfkit';
import { type Brand, OWN_BRAND } from '../brand/brand.js';
import type { Pdf } from './pdf-document.js';

export type { Pdf, StructureElement };

/** The colours of everything else. */
export const PDF_COLOURS = {
  ink: '#131e22',
  quiet: '#445156',
  line: '#c9d2d6',
  signInk: '#ffffff',
  here: '#ffc906',
  warning: '#a3160e',
} as const;

interface PdfSettings {
  title: string;
  at: Date;
  landscape?: boolean;
  /** Pages can be gone back to until the end; without it each is written as soon as it is full. */
  buffered?: boolean;
  brand?: Brand;
}

/**
 * A4, tagged, in British English, with the product's own typeface as `text` and `strong`. Lengths in points. What writes it is
 * loaded with the first one: a start does not wait for it.
 */
export async function newPdf({
  title,
  at,
  landscape = false,
  buffered = true,
  brand = OWN_BRAND,
}: PdfSettings): Promise<{
  pdf: Pdf;
  /** Ends the document and answers its bytes. */
  finish: () => Promise<Buffer>;
}> {
  const { Pdf } = await import('./pdf-document.js');
  const pdf = new Pdf(brand, {
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margin: 48,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: buffered,
    info: { Title: title, Author: brand.name, CreationDate: at, ModDate: at },
  });
  const bytes = buffer(pdf);
  return {
    pdf,
    finish: () => {
      pdf.end();
      return bytes;
    },
  };
}

/** What is drawn but says nothing: a screen reader passes over it. */
export function decoration(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

interface Line {
  tag: 'H1' | 'H2' | 'P';
  x: number;
  y: number;
  width: number;
  size: number;
  strong?: boolean;
  colour?: string;
}

/** A line or paragraph of text with its tag; `y` afterwards is below it. */
export function writeLine(pdf: Pdf, text: string, { tag, x, y, width, size, strong = false, colour }: Line): void {
  pdf.addStructure(
    pdf.struct(tag, () => {
      pdf
        .font(strong ? 'strong' : 'text')
        .fontSize(size)
        .fillColor(colour ?? PDF_COLOURS.ink);
      pdf.text(text, x, y, { width });
    }),
  );
}

/** The brand's logo on white, in a square's place and to its left; else the mark of the product. */
export function drawMark(pdf: Pdf, x: number, y: number, size: number): void {
  const { logo } = pdf.brand;
  if (!logo) return drawOwnMark(pdf, x, y, size);
  const inset = size / 10;
  const height = size - 2 * inset;
  const width = Math.min(size * 1.5, (logo.width / logo.height) * height);
  const left = x + size - width - 2 * inset;
  pdf.roundedRect(left, y, width + 2 * inset, size, size / 8).fill(PDF_COLOURS.signInk);
  pdf.image(logo.bytes, left + inset, y + inset, { fit: [width, height], align: 'center', valign: 'center' });
}

/** A road sign with a way and a place on it. */
function drawOwnMark(pdf: Pdf, x: number, y: number, size: number): void {
  const at = size / 32;
  pdf.roundedRect(x, y, size, size, 8 * at).fill(pdf.sign.ground);
  pdf
    .roundedRect(x + 2.5 * at, y + 2.5 * at, 27 * at, 27 * at, 5.5 * at)
    .lineWidth(1.5 * at)
    .strokeColor(PDF_COLOURS.signInk)
    .stroke();
  const [first, ...rest] = [
    [7.5, 11],
    [11.5, 21.5],
    [16, 12],
    [20.5, 21.5],
    [24.5, 11],
  ] as const;
  pdf.moveTo(x + first[0] * at, y + first[1] * at);
  for (const [dx, dy] of rest) pdf.lineTo(x + dx * at, y + dy * at);
  pdf
    .lineCap('round')
    .lineJoin('round')
    .lineWidth(3 * at)
    .strokeColor(PDF_COLOURS.signInk)
    .stroke();
  pdf.circle(x + 16 * at, y + 11.5 * at, 3.6 * at).fill(PDF_COLOURS.here);
}
