import type { CrewPerson } from '@lms/contracts';

type Person = Pick<CrewPerson, 'personId' | 'next'>;

export interface CourseToBook<T extends Person> {
  courseId: string;
  title: string;
  people: T[];
}

/** What these people owe next, of what has a session that is coming: what most of them owe first. */
export function coursesToBook<T extends Person>(
  people: readonly T[],
  teaches: (courseId: string) => boolean,
): CourseToBook<T>[] {
  const owed = new Map<string, CourseToBook<T>>();
  for (const person of people) {
    if (!person.next || !teaches(person.next.courseId)) continue;
    const { courseId, title } = person.next;
    const found = owed.get(courseId) ?? { courseId, title, people: [] };
    found.people.push(person);
    owed.set(courseId, found);
  }
  return [...owed.values()].toSorted((a, b) => b.people.length - a.people.length);
}
