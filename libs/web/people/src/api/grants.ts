import type { GrantPage, GrantQuery, GrantRoleRequest as GrantRole, ReviewedGrants } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

/** Gives a person a role. */
export function useGrantRole(personId: string) {
  const client = useQueryClient();
  return async (request: GrantRole): Promise<void> => {
    await api.post(`/people/${personId}/grants`, request);
    await client.invalidateQueries({ queryKey: peopleKeys.all });
  };
}

/** Ends a role on a day. */
export function useEndGrant(grantId: string) {
  const client = useQueryClient();
  return async (request: { endsOn: string }): Promise<void> => {
    await api.post(`/grants/${grantId}/end`, request);
    await client.invalidateQueries({ queryKey: peopleKeys.all });
  };
}

export type GrantFilter = Pick<GrantQuery, 'show' | 'by' | 'role' | 'organisationId' | 'q'>;

/** All roles of everybody. */
export const grantsQuery = (filter: GrantFilter) =>
  infiniteQueryOptions({
    queryKey: [...peopleKeys.grants, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<GrantPage>('/grants', { signal, query: { ...filter, limit: 50, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** Gives several roles again after their end, or ends them. */
export function useReviewGrants(act: 'renew' | 'withdraw') {
  const client = useQueryClient();
  return async (request: ReviewedGrants): Promise<void> => {
    await api.post(`/grants/${act}`, request);
    await client.invalidateQueries({ queryKey: peopleKeys.all });
  };
}
