import type { Mail, MailPage, MailQuery } from '@lms/contracts';
import { api } from '@lms/web-platform';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export const mailsQuery = (show: MailQuery['show']) =>
  infiniteQueryOptions({
    queryKey: [...peopleKeys.mails, 'list', show],
    queryFn: ({ signal, pageParam }) => api.get<MailPage>('/mails', { signal, query: { show, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: peopleKeys.mail(id),
    queryFn: ({ signal }) => api.get<Mail>(`/mails/${id}`, { signal }),
    // While it is on its way; what became of it is shown without asking.
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? 3_000 : false),
  });

export function useSendAgain(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(`/mails/${id}/send-again`),
    onSettled: () => client.invalidateQueries({ queryKey: peopleKeys.mails }),
  });
}
