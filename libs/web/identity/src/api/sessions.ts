import type { Sessions } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export const sessionsQuery = () =>
  queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => api.get<Sessions>('/me/sessions', { signal }) });

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/me/sessions/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery().queryKey }),
  });
}
