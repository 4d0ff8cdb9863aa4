import type { PathProgress, PathProgressQuery } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export type ProgressFilter = Pick<PathProgressQuery, 'state' | 'q' | 'organisationId' | 'schemeId'>;

export const pathProgressQuery = (pathId: string, filter: ProgressFilter) =>
  infiniteQueryOptions({
    queryKey: ['path-progress', pathId, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<PathProgress>(`/paths/${pathId}/progress`, { signal, query: { ...filter, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
