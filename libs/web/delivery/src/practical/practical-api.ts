import type { PracticalStatus } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

const ASKED_POLL_MS = 20_000;

/** Looked at again while somebody may be signing. */
export const practicalStatusQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ['practical', attemptId],
    queryFn: ({ signal }) => api.get<PracticalStatus>(`/my/attempts/${attemptId}/practical`, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && !state.data.done ? ASKED_POLL_MS : false),
  });

export const askSignOff = (attemptId: string, note: string) =>
  api.put(`/my/attempts/${attemptId}/practical/request`, { note });

export const withdrawRequest = (attemptId: string) => api.delete(`/my/attempts/${attemptId}/practical/request`);
