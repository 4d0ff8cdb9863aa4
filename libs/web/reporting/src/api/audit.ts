import type { AuditChoices, AuditEntry, AuditFilter, AuditPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

const ROWS = 50;

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<AuditPage>('/audit-events', { signal, query: { ...filter, limit: ROWS, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** What an entry says never changes. */
export const auditEntryQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'entry', id],
    queryFn: ({ signal }) => api.get<AuditEntry>(`/audit-events/${id}`, { signal }),
    staleTime: Infinity,
  });

export const auditChoicesQuery = () =>
  queryOptions({
    queryKey: ['audit', 'choices'],
    queryFn: ({ signal }) => api.get<AuditChoices>('/audit-events/choices', { signal }),
    staleTime: 5 * 60_000,
  });
