import {
  type Brand,
  decoration,
  newPdf,
  type Pdf,
  PDF_COLOURS,
  writeHead,
  writeHeading,
  writeTable,
} from '@lms/api-platform';
import type { PersonRecord } from '@lms/contracts';
import { dateWords, showCertificateCode } from '@lms/domain';
import { sourceWords, standingWords } from './words.js';

const LEFT = 48;

const day = (date: string | null, none = ''): string => (date ? dateWords(date) : none);

/** A person's record on paper: how they stand, what they did, what they proved. Answers the bytes of a tagged PDF. */
export async function recordPdf(record: PersonRecord, at: Date, brand?: Brand): Promise<Buffer> {
  const { pdf, finish } = await newPdf({ title: `Learning record of ${record.name}`, at, brand });
  const { name, jobRole, organisationName, today } = record;
  const who = [jobRole, organisationName, dateWords(today)].filter(Boolean).join(', ');
  writeHead(pdf, { above: 'Learning record', title: name, below: who });
  writeHeading(pdf, 'Courses');
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
  writeHeading(pdf, 'What was done and when');
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
    writeHeading(pdf, 'Cards and certificates from outside');
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
