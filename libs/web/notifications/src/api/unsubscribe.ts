import type { UnsubscribeInfo } from '@lms/contracts';
import { api, isProblem } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** What the link of a mail would end; null when it is none of ours. */
export const unsubscribeQuery = (token: string) =>
  queryOptions({
    queryKey: ['unsubscribe', token],
    queryFn: async ({ signal }): Promise<UnsubscribeInfo | null> => {
      try {
        return await api.get<UnsubscribeInfo>('/unsubscribe', { signal, query: { token } });
      } catch (error) {
        if (isProblem(error, 'not-found') || isProblem(error, 'invalid')) return null;
        throw error;
      }
    },
  });

export function useUnsubscribe(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(`/unsubscribe?token=${encodeURIComponent(token)}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['unsubscribe', token] }),
  });
}
