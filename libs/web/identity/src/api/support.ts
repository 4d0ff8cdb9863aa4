import type { SupportPersonPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';

const keys = ['support'] as const;

export const supportPeopleQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...keys, q],
    enabled: q.length >= 2,
    queryFn: ({ signal, pageParam }) =>
      api.get<SupportPersonPage>('/support/people', { signal, query: { q, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export function useResetSecondFactor(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => api.post(`/support/people/${personId}/second-factor/reset`, { reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys }),
  });
}
