import type { InvitePeopleRequest, InvitePreview, PeopleInvited } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

const key = [...peopleKeys.all, 'invites'] as const;

/** What inviting would do; looked at anew each time. */
export const invitesQuery = (request: InvitePeopleRequest) =>
  queryOptions({
    queryKey: [...key, request],
    queryFn: () => api.post<InvitePreview>('/people/invitations/preview', request),
    gcTime: 0,
    staleTime: 0,
    placeholderData: keepPreviousData,
    throwOnError: false,
  });

/** Invites exactly who was looked at. After a refusal it is looked at again. */
export function useInvitePeople() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, facts }: { request: InvitePeopleRequest; facts: string }) =>
      api.post<PeopleInvited>('/people/invitations', { ...request, facts }),
    onSettled: () => {
      for (const queryKey of [peopleKeys.all, ['crew'], peopleKeys.mails]) void client.invalidateQueries({ queryKey });
    },
  });
}
