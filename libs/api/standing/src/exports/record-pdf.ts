import {
  type Brand,
  decoration,
  drawMark,
  newPdf,
  type Pdf,
  PDF_COLOURS,
  writeLine,
  writeTable,
} from '@lms/api-platform';
import type { PersonRecord } from '@lms/contracts';
import { dateWords, showCertificateCode } from '@lms/domain';
import { sourceWords, standingWords } from './words.js';

const LEFT = 48;
const WIDTH = 499;

const day = (date: string | null, none = ''): string => (date ? dateWords(date) : none);

/** A person's record on paper: how they stand, what they did, what they proved. Answers the bytes of a tagged PDF. */
export function recordPdf(record: PersonRecord, at: Date, brand?: Brand): Promise<Buffer> {
  const { pdf, finish } = newPdf({ title: `Learning record of ${record.name}`, at, brand });
  drawHead(pdf, record);
  heading(pdf, 'Courses');
  writeTable(
    pdf,
    [
      { head: 'Course', width: 199 },
      { head: 'Standing', width: 90 },
      { head: 'Due', width: 105 },
      { head: 'Valid to', width: 105 },
    ],
    record.courses.map((c) => [c.title, standingWords(c.standing), day(c.dueOn), day(c.validUntil)]),
  );
  heading(pdf, 'What was done and when');
  writeTable(
    pdf,
    [
      { head: 'Course', width: 151 },
      { head: 'Completed', width: 84 },
      { head: 'Valid to', width: 84 },
      { head: 'How', width: 80 },
      { head: 'Certificate', width: 100 },
    ],
    record.completions.map((c) => [
      c.title,
      day(c.completedOn),
      day(c.validUntil, 'Does not expire'),
      c.revoked ? 'Taken back' : sourceWords(c),
      c.certificate ? showCertificateCode(c.certificate) : '',
    ]),
  );
  if (record.evidence.length > 0) {
    heading(pdf, 'Cards and certificates from outside');
    writeTable(
      pdf,
      [
        { head: 'For', width: 159 },
        { head: 'Issuer and number', width: 150 },
        { head: 'Expires', width: 95 },
        { head: 'Checked', width: 95 },
      ],
      record.evidence.map((e) => [
        e.courseTitle,
        [e.issuer, e.number].filter(Boolean).join(', '),
        day(e.expiresOn, 'Does not expire'),
        day(e.checkedOn),
      ]),
    );
  }
  numberPages(pdf, record);
  return finish();
}

function drawHead(pdf: Pdf, { name, jobRole, organisationName, today }: PersonRecord): void {
  decoration(pdf, () => {
    pdf.roundedRect(36, 36, 523, 108, 14).fill(pdf.sign.ground);
    pdf.roundedRect(41, 41, 513, 98, 10).lineWidth(2).strokeColor(PDF_COLOURS.signInk).stroke();
    drawMark(pdf, 492, 58, 42);
  });
  const line = { x: LEFT + 10, width: 410 };
  writeLine(pdf, 'Learning record', { ...line, tag: 'P', y: 54, size: 12, colour: pdf.sign.quiet });
  const size = name.length > 32 ? 19 : 27;
  writeLine(pdf, name, { ...line, tag: 'H1', y: 70, size, strong: true, colour: PDF_COLOURS.signInk });
  const who = [jobRole, organisationName, dateWords(today)].filter(Boolean).join(', ');
  writeLine(pdf, who, { ...line, tag: 'P', y: 110, size: 12, colour: PDF_COLOURS.signInk });
  pdf.y = 158;
}

function heading(pdf: Pdf, text: string): void {
  if (pdf.y > 690) {
    pdf.addPage();
    pdf.y = 48;
  }
  writeLine(pdf, text, { tag: 'H2', x: LEFT, y: pdf.y + 14, width: WIDTH, size: 16, strong: true });
  pdf.y += 6;
}

function numberPages(pdf: Pdf, { name }: PersonRecord): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    decoration(pdf, () => {
      pdf.font('text').fontSize(9).fillColor(PDF_COLOURS.quiet);
      pdf.text(
        `${name}, page ${page + 1} of ${count}. The Highways Passport stays the authority for site access.`,
        LEFT,
        776,
        { lineBreak: false },
      );
    });
  }
}
