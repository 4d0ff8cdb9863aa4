import { dateWords, showCertificateCode } from '@lms/domain';
import { type Brand, decoration, drawMark, newPdf, type Pdf, PDF_COLOURS, writeLine } from '@lms/api-platform';
import { drawQrCode } from './draw-qr-code.js';

export interface CertificateFacts {
  code: string;
  holderName: string;
  courseTitle: string;
  completedOn: string;
  validUntil: string | null;
  /** Where anybody can check it. */
  address: string;
}

const LEFT = 64;
const WIDE = 470;
const RIGHT = 602;
const RIGHT_WIDE = 176;

/** One page, landscape: a sign with the course, whose it is, and where to check it. Answers the bytes of a tagged PDF. */
export async function drawCertificate(facts: CertificateFacts, at: Date, brand?: Brand): Promise<Buffer> {
  const { pdf, finish } = await newPdf({
    title: `Certificate: ${facts.courseTitle}, ${facts.holderName}`,
    at,
    landscape: true,
    brand,
  });
  drawSign(pdf, facts.courseTitle);
  drawHolder(pdf, facts);
  drawCheck(pdf, facts);
  drawWay(pdf);
  return finish();
}

/** As large as the words allow. */
function fitting(pdf: Pdf, text: string, sizes: readonly number[], width: number, height: number): number {
  const fits = sizes.find((size) => pdf.font('strong').fontSize(size).heightOfString(text, { width }) <= height);
  return fits ?? sizes.at(-1) ?? 12;
}

function drawSign(pdf: Pdf, title: string): void {
  const { width } = pdf.page;
  decoration(pdf, () => {
    pdf.roundedRect(36, 36, width - 72, 196, 18).fill(pdf.sign.ground);
    pdf
      .roundedRect(42, 42, width - 84, 184, 13)
      .lineWidth(2.5)
      .strokeColor(PDF_COLOURS.signInk)
      .stroke();
    drawMark(pdf, width - 118, 62, 54);
  });
  const line = { x: LEFT, width: 620 };
  writeLine(pdf, 'Certificate of completion', { ...line, tag: 'P', y: 66, size: 17, colour: pdf.sign.quiet });
  const size = fitting(pdf, title, [44, 36, 30, 24, 18], 620, 118);
  writeLine(pdf, title, { ...line, tag: 'H1', y: 94, size, strong: true, colour: PDF_COLOURS.signInk });
}

function drawHolder(pdf: Pdf, { holderName, completedOn, validUntil }: CertificateFacts): void {
  const line = { tag: 'P', x: LEFT, width: WIDE } as const;
  writeLine(pdf, 'Completed by', { ...line, y: 268, size: 14, colour: PDF_COLOURS.quiet });
  const size = fitting(pdf, holderName, [38, 32, 26, 20], WIDE, 92);
  writeLine(pdf, holderName, { ...line, tag: 'H2', y: 288, size, strong: true });
  const top = pdf.y + 18;
  writeLine(pdf, 'Completed on', { ...line, width: 200, y: top, size: 14, colour: PDF_COLOURS.quiet });
  writeLine(pdf, dateWords(completedOn), { ...line, width: 200, y: top + 20, size: 19, strong: true });
  const second = { ...line, x: LEFT + 220, width: 250 };
  writeLine(pdf, validUntil ? 'Valid to' : 'Validity', { ...second, y: top, size: 14, colour: PDF_COLOURS.quiet });
  writeLine(pdf, validUntil ? dateWords(validUntil) : 'Does not expire', {
    ...second,
    y: top + 20,
    size: 19,
    strong: true,
  });
}

function drawCheck(pdf: Pdf, { code, address }: CertificateFacts): void {
  const label = `QR code that opens ${address}`;
  pdf.addStructure(pdf.struct('Figure', { alt: label }, () => drawQrCode(pdf, address, RIGHT, 262, RIGHT_WIDE)));
  const line = { tag: 'P', x: RIGHT, width: RIGHT_WIDE } as const;
  writeLine(pdf, showCertificateCode(code), { ...line, y: 262 + RIGHT_WIDE + 10, size: 18, strong: true });
  writeLine(pdf, `Scan to check it, or type the serial at ${address.slice(0, address.lastIndexOf('/'))}`, {
    ...line,
    y: pdf.y + 3,
    size: 10.5,
    colour: PDF_COLOURS.quiet,
  });
}

/** The way that was gone, with the place reached in yellow. */
function drawWay(pdf: Pdf): void {
  const y = 518;
  decoration(pdf, () => {
    pdf
      .moveTo(LEFT, y)
      .lineTo(LEFT + WIDE, y)
      .lineCap('round')
      .lineWidth(7)
      .strokeColor(pdf.sign.ground)
      .stroke();
    for (const part of [0, 1, 2, 3]) {
      pdf.circle(LEFT + (WIDE / 4) * part, y, 9).fill(pdf.sign.ground);
      pdf.circle(LEFT + (WIDE / 4) * part, y, 4).fill(PDF_COLOURS.signInk);
    }
    pdf.circle(LEFT + WIDE, y, 13).fill(pdf.sign.ground);
    pdf.circle(LEFT + WIDE, y, 9).fill(PDF_COLOURS.here);
  });
}
