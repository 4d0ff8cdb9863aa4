import type { PersonPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** The first few people that a search finds, to choose some of them. */
export const peopleSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', 'search', q],
    queryFn: ({ signal }) => api.get<PersonPage>('/people', { signal, query: { q, limit: 20 } }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
