import type { CoursePage, VersionState } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

export interface CourseFilter {
  q?: string;
  state?: VersionState;
  /** Only templates. */
  template?: 'true';
}

export const coursesQuery = (filter: CourseFilter) =>
  infiniteQueryOptions({
    queryKey: [...catalogueKeys.courses, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<CoursePage>('/courses', { signal, query: { ...filter, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The first few courses that a search finds, to choose one of them. */
export const courseSearchQuery = (q: string) =>
  queryOptions({
    queryKey: [...catalogueKeys.courses, 'search', q],
    queryFn: ({ signal }) => api.get<CoursePage>('/courses', { signal, query: { q, limit: 20 } }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
