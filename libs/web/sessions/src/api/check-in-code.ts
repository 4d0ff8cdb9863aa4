import type { CheckInCode } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { sessionKeys } from './keys.js';

const SOONEST_MS = 1000;

/** The digits for now; asked for again when they change. */
export const checkInCodeQuery = (id: string) =>
  queryOptions({
    queryKey: sessionKeys.code(id),
    queryFn: ({ signal }) => api.get<CheckInCode>(`/sessions/${id}/check-in-code`, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data ? Math.max(SOONEST_MS, Date.parse(data.changesAt) - Date.now()) : false,
    throwOnError: false,
    ...{ staleTime: 0, retry: false },
  });
