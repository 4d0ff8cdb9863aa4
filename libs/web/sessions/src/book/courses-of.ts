import type { ListedSession } from '@lms/contracts';

/** Each course once, by title. */
export function coursesOf(sessions: readonly Pick<ListedSession, 'courseId' | 'courseTitle'>[]) {
  const titles = new Map(sessions.map(({ courseId, courseTitle }) => [courseId, courseTitle]));
  return [...titles]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}
