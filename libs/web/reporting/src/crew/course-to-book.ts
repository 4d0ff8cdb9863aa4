import type { CrewPerson } from '@lms/contracts';

/** The course that most of these people owe next, of those with a session that is coming. */
export function courseToBook(
  people: readonly Pick<CrewPerson, 'next'>[],
  teaches: (courseId: string) => boolean,
): string | undefined {
  const owed = people.flatMap(({ next }) => (next && teaches(next.courseId) ? [next.courseId] : []));
  const counts = [...Map.groupBy(owed, (courseId) => courseId)].map(
    ([courseId, all]) => [courseId, all.length] as const,
  );
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
