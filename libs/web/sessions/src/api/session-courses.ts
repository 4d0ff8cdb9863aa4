import type { SessionCourses } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** Courses with something that is done in person, by title or code. */
export const sessionCoursesQuery = (q: string) =>
  queryOptions({
    queryKey: ['session-courses', q],
    queryFn: ({ signal }) => api.get<SessionCourses>('/sessions/courses', { signal, query: { q } }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
