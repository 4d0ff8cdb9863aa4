/** The course that the matrix is narrowed down to. */
export interface AskedCourse {
  courseId: string;
  title: string;
}

/** What the page that asks people to learn is handed over: whom, and what where that is known. */
export const requestState = (
  people: readonly { personId: string; name: string }[],
  course: AskedCourse | undefined,
) => ({
  people: people.map(({ personId, name }) => ({ value: personId, label: name })),
  ...(course ? { course: { value: course.courseId, label: course.title } } : {}),
});
