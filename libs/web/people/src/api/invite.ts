import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

/** Sends a person the link with which they choose their password. */
export function useInvite(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(`/people/${personId}/invitation`),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: peopleKeys.mails });
      return client.invalidateQueries({ queryKey: peopleKeys.person(personId) });
    },
  });
}
