import type { Impersonations } from '@lms/contracts';
import { api, meQuery } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';

export const impersonationsQuery = () =>
  queryOptions({
    queryKey: ['impersonations'],
    queryFn: ({ signal }) => api.get<Impersonations>('/me/impersonations', { signal }),
  });

/** The same session stands for somebody else now: nothing that was read before is true any more. */
async function readAgain(client: QueryClient): Promise<void> {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
  await client.refetchQueries({ queryKey: meQuery().queryKey });
}

export function useLook(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => api.post(`/support/people/${personId}/impersonation`, { reason }),
    onSuccess: () => readAgain(client),
  });
}

export function useEndLooking() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/support/impersonation/end'),
    onSuccess: () => readAgain(client),
  });
}
