import type { LeaverLink } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export const leaverLinkQuery = (personId: string) =>
  queryOptions({
    queryKey: peopleKeys.leaverLink(personId),
    queryFn: ({ signal }) => api.get<LeaverLink>(`/people/${personId}/leaver-link`, { signal }),
  });

/** Sends somebody who has left a new link to their record, or ends the one they have. */
export function useLeaverLink(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (what: 'send' | 'end') => {
      const at = `/people/${personId}/leaver-link`;
      await (what === 'send' ? api.post(at) : api.delete(at));
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: peopleKeys.mails });
      return client.invalidateQueries({ queryKey: peopleKeys.leaverLink(personId) });
    },
  });
}
