import type { CrewPerson } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { BookLink } from '../selection/BookLink.js';
import type { Selection } from '../selection/use-selection.js';
import { toolsTexts } from '../texts/tools.js';
import { coursesToBook } from './courses-to-book.js';

/** Beyond these one chooses on the page itself. */
const SHOWN = 2;

interface Props {
  selection: Selection;
  /** What is known of those who are shown. */
  people: readonly CrewPerson[];
  teaches: (courseId: string) => boolean;
}

/** To a session for those who owe what is taught there; for all who are selected where that is the same, or nothing is known. */
export function BookSelected({ selection, people, teaches }: Props) {
  const { t } = useTexts(toolsTexts);
  const courses = coursesToBook(
    people.filter(({ personId }) => selection.has(personId)),
    teaches,
  );
  const [first] = courses;
  const all = selection.people;
  if (!first || first.people.length === all.length) return <BookLink people={all} courseId={first?.courseId} />;
  return courses
    .slice(0, SHOWN)
    .map((course) => (
      <BookLink
        key={course.courseId}
        people={course.people}
        courseId={course.courseId}
        text={t('select.bookFor', { count: course.people.length, title: course.title })}
      />
    ));
}
