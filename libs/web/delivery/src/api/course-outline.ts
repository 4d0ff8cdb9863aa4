import type { CourseOutline } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

export const outlineQuery = (courseId: string) =>
  queryOptions({
    queryKey: ['course-outline', courseId],
    queryFn: ({ signal }) => api.get<CourseOutline>(`/my/courses/${courseId}`, { signal }),
  });
