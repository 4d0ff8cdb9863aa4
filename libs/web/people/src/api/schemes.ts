import type { Scheme, SchemePage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export const schemesQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...peopleKeys.schemes, 'list', q],
    queryFn: ({ signal, pageParam }) => api.get<SchemePage>('/schemes', { signal, query: { q, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const schemeQuery = (id: string) =>
  queryOptions({
    queryKey: peopleKeys.scheme(id),
    queryFn: ({ signal }) => api.get<Scheme>(`/schemes/${id}`, { signal }),
    throwOnError: false,
  });
