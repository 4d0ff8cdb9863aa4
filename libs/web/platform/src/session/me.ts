import type { Me } from '@lms/contracts';
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { isProblem } from '../api/api-problem.js';
import { keepDraftsOf } from './kept-drafts.js';

/** Who is signed in; null for nobody. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }): Promise<Me | null> => {
      try {
        return await api.get<Me>('/me', { signal });
      } catch (error) {
        if (isProblem(error, 'signed-out')) return null;
        throw error;
      }
    },
  });

/** The person who is signed in. Only for pages behind the sign-in. */
export function useMe(): Me {
  const { data } = useQuery(meQuery());
  if (!data) throw new Error('This page is for people who are signed in.');
  return data;
}

/** Somebody signed in: nothing of an earlier person stays. */
export function startSession(client: QueryClient, me: Me): void {
  keepDraftsOf(me.personId);
  client.clear();
  client.setQueryData(meQuery().queryKey, me);
}

/** The session is over: whatever was read with it is forgotten. */
export function endSession(client: QueryClient): void {
  client.setQueryData(meQuery().queryKey, null);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
}
