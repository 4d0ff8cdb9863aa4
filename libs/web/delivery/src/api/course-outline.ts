import type { CourseOutline } from '@lms/contracts';
import { api, isProblem } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

export const outlineQuery = (courseId: string) =>
  queryOptions({
    queryKey: ['course-outline', courseId],
    queryFn: ({ signal }) => api.get<CourseOutline>(`/my/courses/${courseId}`, { signal }),
    // The page says what to do then.
    throwOnError: (error) => !isProblem(error, 'withdrawn'),
  });
