import type { LinkInfo, Me } from '@lms/contracts';
import { api, isProblem, startSession } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** What a one-time link is for; null when it does not work any more. The token goes in the body, never in an address. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<LinkInfo | null> => {
      try {
        return await api.post<LinkInfo>('/auth/link/inspect', { token }, { signal });
      } catch (error) {
        if (isProblem(error, 'link-not-valid')) return null;
        throw error;
      }
    },
  });

export function useLink(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => api.post<Me>('/auth/link/use', { token, password }),
    onSuccess: (me) => startSession(client, me),
  });
}
