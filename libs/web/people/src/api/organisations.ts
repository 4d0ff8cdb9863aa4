import type { Organisation, OrganisationPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

const pageSize = 100;

/** Every organisation, page after page: a tree needs the whole of it. */
export const organisationsQuery = () =>
  queryOptions({
    queryKey: [...peopleKeys.organisations, 'all'],
    queryFn: async ({ signal }) => {
      const all: Organisation[] = [];
      let cursor: string | null = null;
      do {
        const page: OrganisationPage = await api.get<OrganisationPage>('/organisations', {
          signal,
          query: { cursor, limit: pageSize },
        });
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return all;
    },
  });

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: peopleKeys.organisation(id),
    queryFn: ({ signal }) => api.get<Organisation>(`/organisations/${id}`, { signal }),
    throwOnError: false,
  });
