import type { ProblemField } from '@lms/api-platform';
import { type EvidenceProblem, londonDate } from '@lms/domain';

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** "Fri 27 Nov 2026" of a calendar date. */
export const dayInWords = (date: string): string => DAY.format(new Date(`${date}T00:00:00Z`)).replace(',', '');

/** The London day of a moment, "Fri 27 Nov 2026". */
export const momentInWords = (moment: Date): string => dayInWords(londonDate(moment));

const SENTENCES: Record<string, string> = {
  'issuer missing': 'Say who issued it.',
  'issuer not-listed': 'Choose one of the issuers that this course takes.',
  'number missing': 'Give the number on the card or certificate.',
  'issuedOn missing': 'Give the day on which it was issued.',
  'issuedOn future': 'This day has not come yet. Look at the issue date again.',
  'expiresOn missing': 'Give the day on which it expires.',
  'expiresOn not-asked': 'This course asks for no expiry date. Leave it empty.',
  'expiresOn not-after-issue': 'It expires on or before the day it was issued. Look at both dates again.',
  'expiresOn expired': 'It has expired. Send the one that replaced it.',
  'file missing': 'Add a photo or a file of it.',
};

/** What is wrong, each with the field it belongs to. */
export function evidenceSentences(problems: readonly EvidenceProblem[]): ProblemField[] {
  return problems.map((problem) => ({
    path: problem.field === 'file' ? 'fileId' : problem.field,
    message:
      problem.code === 'too-old'
        ? `It is too old for this course, where it counted to ${dayInWords(problem.ended)}. Send a newer one.`
        : (SENTENCES[`${problem.field} ${problem.code}`] ?? 'This needs another value.'),
  }));
}
