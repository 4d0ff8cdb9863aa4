import { api, meQuery } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Puts a password of one's own in the place of the PIN that one signed in with. */
export function useFirstPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => api.post('/auth/first-password', { password }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery().queryKey }),
  });
}
