import type { SessionPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import type { SessionFilter } from './sessions.js';
import { sessionKeys } from './keys.js';

/** The first few that are coming; for pages that are about something else, and stand without them. */
export const nextSessionsQuery = (filter: SessionFilter, limit: number) =>
  queryOptions({
    queryKey: [...sessionKeys.lists, 'next', filter, limit],
    queryFn: ({ signal }) =>
      api.get<SessionPage>('/sessions', { signal, query: { state: 'planned', ...filter, limit } }),
    throwOnError: false,
  });
