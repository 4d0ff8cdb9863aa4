import { csvOf } from '@lms/api-platform';
import type { PersonRecord } from '@lms/contracts';
import { showCertificateCode } from '@lms/domain';
import { sourceWords, standingWords } from './words.js';

const HEADING = [
  'Course code',
  'Course',
  'Standing',
  'Due',
  'Completed on',
  'Valid to',
  'How',
  'Recorded by',
  'Score',
  'Taken back on',
  'Certificate',
];

/** A row a completion, newest first, and a row for each course that was never completed. Dates as `2026-11-27`. */
export function recordCsv({ courses, completions }: PersonRecord): string {
  const done = new Set(completions.map(({ courseId }) => courseId));
  const course = new Map(courses.map((each) => [each.courseId, each]));
  const standing = (id: string): string => standingWords(course.get(id)?.standing ?? '');
  const rows = completions.map((fact) => [
    course.get(fact.courseId)?.code ?? '',
    fact.title,
    standing(fact.courseId),
    course.get(fact.courseId)?.dueOn ?? null,
    fact.completedOn,
    fact.validUntil ?? 'Does not expire',
    sourceWords(fact),
    fact.recordedByName,
    fact.score,
    fact.revokedWhy?.on ?? (fact.revoked ? 'yes' : null),
    fact.certificate && showCertificateCode(fact.certificate),
  ]);
  const open = courses
    .filter(({ courseId }) => !done.has(courseId))
    .map(({ courseId, code, title, dueOn }) => [code, title, standing(courseId), dueOn, ...Array<null>(7).fill(null)]);
  return csvOf(HEADING, [...rows, ...open]);
}
