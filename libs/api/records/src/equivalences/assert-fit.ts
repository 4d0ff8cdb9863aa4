import { Conflict, Invalid, type Tx } from '@lms/api-platform';
import { equivalenceCircle, type EquivalenceTerms } from '@lms/domain';
import type { LockedVersion } from './lock-version.js';

/** The version itself, and of the other equivalences what is in force. */
const TERMS = `
  select v.id, coalesce(e.source_course_id, e.qualification_id) as source, e.course_id as target, v.remainder_course_id as remainder,
    v.from_on::text as "from", v.to_on::text as "to", v.limit_months as "limitMonths"
  from equivalence_version v join equivalence e on e.id = v.equivalence_id
  where v.id = $1 or (v.state = 'active' and e.id <> $2)`;

/** Whole enough to be tried: a reason, days in order, courses that were published, and no circle. */
export async function assertFit(tx: Tx, version: LockedVersion): Promise<void> {
  const { kind, remainderCourseId, courseId, sourceCourseId, fromOn, toOn, reason } = version;
  const published: { id: string }[] = await tx.query(
    `select distinct course_id as id from course_version where state = 'published' and course_id = any ($1)`,
    [[courseId, remainderCourseId].filter((id) => id !== null)],
  );
  const has = (id: string): boolean => published.some((row) => row.id === id);
  const left = kind === 'top-up' ? remainderProblem(remainderCourseId, [courseId, sourceCourseId], has) : null;
  const problems = [
    ...(reason === '' ? [{ path: 'reason', message: 'Say why it counts.' }] : []),
    ...(fromOn !== null && toOn !== null && fromOn > toOn
      ? [{ path: 'toOn', message: 'The last day is before the first.' }]
      : []),
    ...(has(courseId) ? [] : [{ path: 'courseId', message: 'Nothing of this course is published.' }]),
    ...(left === null ? [] : [{ path: 'remainderCourseId', message: left }]),
  ];
  if (problems.length > 0) throw new Invalid(problems);
  await assertNoCircle(tx, version);
}

function remainderProblem(
  id: string | null,
  taken: readonly (string | null)[],
  published: (id: string) => boolean,
): string | null {
  if (id === null) return 'Choose the course that is left to be done.';
  if (taken.includes(id)) return 'Choose a third course.';
  return published(id) ? null : 'Nothing of this course is published.';
}

/** Conflict `counts-in-a-circle` names the courses: each would count as the next. */
async function assertNoCircle(tx: Tx, { id, equivalenceId }: LockedVersion): Promise<void> {
  const all: EquivalenceTerms[] = await tx.query(TERMS, [id, equivalenceId]);
  const circle = equivalenceCircle(all);
  if (!circle) return;
  const titles: { id: string; title: string }[] = await tx.query('select id, title from course where id = any ($1)', [
    circle,
  ]);
  const names = [...circle, circle[0]].map((course) => `“${titles.find((row) => row.id === course)?.title ?? ''}”`);
  throw new Conflict(
    'counts-in-a-circle',
    `These courses would count as each other, in a circle: ${names.join(' → ')}. Take one of them out, or give it other days.`,
  );
}
