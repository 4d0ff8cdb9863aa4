import {
  type Brand,
  newPdf,
  type Pdf,
  PDF_COLOURS,
  writeHead,
  writeHeading,
  writeLine,
  writeTable,
} from '@lms/api-platform';
import { dateWords, londonDate, londonTime } from '@lms/domain';
import type { PackSubject } from './pack-subject.js';

const LEFT = 48;
const WIDTH = 499;
const KINDS = { scheme: 'Scheme', organisation: 'Organisation, with the tiers below it', person: 'Person' } as const;

/** What stands in each file, for whoever opens the pack. */
const WHOLE_ONLY = ['rules.csv', 'records/', 'anchor.jsonl'];
const FILES: readonly (readonly [string, string])[] = [
  ['people.csv', 'who belonged to it at the moment, with organisation and role as they were then'],
  ['standing.csv', 'each person and course: standing, and the dates that it comes from'],
  ['evidence.csv', 'what proves it: completions on the record, cards and certificates, sign-offs, outside awards'],
  ['certificates.csv', 'certificates given, with what they were worth at the moment'],
  ['exemptions.csv', 'what people were exempt from, why, and who decided'],
  ['rules.csv', 'every version of a rule that was in force, whomever it reaches'],
  ['records/', 'the whole chain of each person as a signed file, up to when the pack was made'],
  ['anchor.jsonl', 'where all chains ended when that was last written down, signed'],
  ['manifest.json', 'the size and SHA-256 of every file, signed'],
];

export interface SummaryFacts extends Pick<PackSubject, 'about' | 'at' | 'whole'> {
  people: number;
  /** People and courses, by standing. */
  counts: ReadonlyMap<string, number>;
  madeAt: Date;
  madeBy: string;
  issuer: string;
  brand?: Brand;
}

const moment = (at: Date | number): string => `${dateWords(londonDate(at))}, ${londonTime(at)} in London`;

/** The first page of a pack: who, what and as of when. Answers the bytes of a tagged PDF. */
export async function summaryPdf({
  about,
  at,
  whole,
  people,
  counts,
  madeAt,
  madeBy,
  issuer,
  brand,
}: SummaryFacts): Promise<Buffer> {
  const { pdf, finish } = await newPdf({ title: `Audit pack: ${about.name}`, at: madeAt, brand });
  writeHead(pdf, { above: 'Audit pack', title: about.name });
  writeTable(
    pdf,
    [
      { head: 'About this pack', width: 150 },
      { head: '', width: 349 },
    ],
    [
      [KINDS[about.kind], about.name],
      ['As known at', moment(at)],
      ['People', String(people)],
      ['Made', `${moment(madeAt)}, by ${madeBy}`],
      ['Issued by', issuer],
      ...(whole ? [] : [['As seen by', 'an employer, by its coordinator'] as const]),
    ],
  );
  writeHeading(pdf, 'Standing');
  writeTable(
    pdf,
    [
      { head: 'Standing', width: 250 },
      { head: 'People and courses', width: 249 },
    ],
    [...counts].map(([standing, count]) => [standing, String(count)]),
  );
  text(
    pdf,
    'Nothing that was recorded after the moment counts, whatever day it is about. Who is called what is as of today.',
  );
  if (!whole)
    text(
      pdf,
      'It tells of people who work for the employer still, of courses that its own reasons ask for, and of what lies behind a fact only when that was recorded in its time. What is empty is not its to know.',
    );
  writeHeading(pdf, 'What is in it');
  writeTable(
    pdf,
    [
      { head: 'File', width: 110 },
      { head: 'What it tells', width: 389 },
    ],
    whole ? FILES : FILES.filter(([file]) => !WHOLE_ONLY.includes(file)),
  );
  writeHeading(pdf, 'How to check it');
  text(
    pdf,
    'Run “lms verify” on the ZIP: it needs neither network nor database, and names the first thing that was changed.',
  );
  text(pdf, `Compare the key that it names with the one at ${issuer}/.well-known/waymark-key.`);
  return finish();
}

function text(pdf: Pdf, words: string): void {
  writeLine(pdf, words, { tag: 'P', x: LEFT, y: pdf.y + 8, width: WIDTH, size: 10.5, colour: PDF_COLOURS.quiet });
}
