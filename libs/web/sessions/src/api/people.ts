import type { PersonPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** The first few people whom the reader sees, by name or employee number. */
export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', 'search', q],
    queryFn: ({ signal }) => api.get<PersonPage>('/people', { signal, query: { q, limit: 8 } }),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
