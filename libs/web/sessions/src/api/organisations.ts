import type { OrganisationPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** The first few organisations whose name has the words in it. */
export const organisationsQuery = (q: string) =>
  queryOptions({
    queryKey: ['organisations', 'search', q],
    queryFn: ({ signal }) => api.get<OrganisationPage>('/organisations', { signal, query: { q, limit: 8 } }),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
