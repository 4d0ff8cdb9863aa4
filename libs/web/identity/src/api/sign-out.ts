import { api, clearKeptDrafts, endSession } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Signs out here, or on every device. */
export function useSignOut(where: 'here' | 'everywhere') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(where === 'here' ? '/auth/sign-out' : '/auth/sign-out-everywhere'),
    onSuccess: () => {
      clearKeptDrafts();
      endSession(client);
    },
  });
}
