import type { SessionPage, SessionQuery } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { sessionKeys } from './keys.js';

export type SessionFilter = Omit<Partial<SessionQuery>, 'cursor' | 'limit'>;

/** What is coming, or whatever the filter says, the earliest first. */
export const sessionsQuery = (filter: SessionFilter) =>
  infiniteQueryOptions({
    queryKey: [...sessionKeys.lists, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<SessionPage>('/sessions', { signal, query: { ...filter, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
