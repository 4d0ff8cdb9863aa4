import { api, meQuery } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionsQuery } from './sessions.js';

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: { current: string; password: string }) => api.post('/auth/password', request),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: meQuery().queryKey }),
        client.invalidateQueries({ queryKey: sessionsQuery().queryKey }),
      ]);
    },
  });
}
