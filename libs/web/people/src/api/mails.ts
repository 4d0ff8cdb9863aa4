import type { Mail, MailPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export const mailsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...peopleKeys.mails, 'list'],
    queryFn: ({ signal, pageParam }) => api.get<MailPage>('/mails', { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: peopleKeys.mail(id),
    queryFn: ({ signal }) => api.get<Mail>(`/mails/${id}`, { signal }),
  });
