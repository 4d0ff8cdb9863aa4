import type { PathPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

export const pathsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...catalogueKeys.paths, q],
    queryFn: ({ signal, pageParam }) => api.get<PathPage>('/paths', { signal, query: { q, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
