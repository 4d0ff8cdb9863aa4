import type { DuePage, RetentionSetting, RetentionSettings } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { useChange } from './changes.js';
import { privacyKeys } from './keys.js';

export const retentionQuery = () =>
  queryOptions({
    queryKey: privacyKeys.retention,
    queryFn: ({ signal }) => api.get<RetentionSettings>('/retention', { signal }),
  });

export const dueQuery = () =>
  infiniteQueryOptions({
    queryKey: privacyKeys.due,
    queryFn: ({ signal, pageParam }) => api.get<DuePage>('/retention/due', { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export function useSaveRetention() {
  const change = useChange();
  return ({ kind, version }: RetentionSetting, period: number | null) =>
    change(api.put(`/retention/${kind}`, { period }, { version }));
}
