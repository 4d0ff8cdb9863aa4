import type { Recorded } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions } from '@tanstack/react-query';

/** What one has recorded in person, newest first. */
export const recordedQuery = () =>
  infiniteQueryOptions({
    queryKey: ['recorded'],
    queryFn: ({ signal, pageParam }) =>
      api.get<Recorded>('/my/recorded', { signal, query: pageParam === null ? {} : { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
