import type { PersonPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** People whom the reader sees, by name. */
export const buddiesQuery = (q: string) =>
  queryOptions({
    queryKey: ['buddies', q],
    queryFn: ({ signal }) => api.get<PersonPage>('/people', { signal, query: { q, limit: 8 } }),
    enabled: q.length >= 2,
  });

export function useChooseBuddy(enrolmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (personId: string | null) => api.put(`/path-enrolments/${enrolmentId}/buddy`, { personId }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['record'] }),
  });
}
