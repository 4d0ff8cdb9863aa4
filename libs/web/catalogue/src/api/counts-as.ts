import type { CountsAs } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

/** What counts as a course; a page goes on without it. */
export const countsAsQuery = (courseId: string) =>
  queryOptions({
    queryKey: ['counts-as', courseId],
    queryFn: ({ signal }) => api.get<CountsAs>(`/courses/${courseId}/counts-as`, { signal }),
    throwOnError: false,
    retry: false,
  });
