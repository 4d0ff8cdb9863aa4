import type { Created, DataRequest, DataRequestPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { useChange } from './changes.js';
import { privacyKeys } from './keys.js';

/** How soon is asked again while a file is being made. */
const everyMs = 1000;
const isOpen = ({ state }: DataRequest): boolean => state === 'waiting' || state === 'making';

/** Downloads: one's own (`mine`), everybody's (`all`), or those of a person. */
export const downloadsQuery = (of: string) =>
  infiniteQueryOptions({
    queryKey: privacyKeys.downloads(of),
    queryFn: ({ signal, pageParam }) =>
      api.get<DataRequestPage>(of === 'mine' ? '/my/data' : '/data-requests', {
        signal,
        query: { cursor: pageParam, personId: of === 'mine' || of === 'all' ? null : of },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isOpen)) ? everyMs : false),
  });

export const fileAddress = (id: string): string => `/api/v1/data-requests/${id}/file`;

export function useAskForData() {
  const change = useChange();
  return {
    mine: () => change(api.post<Created>('/my/data')),
    of: (personId: string, reason: string) => change(api.post<Created>(`/people/${personId}/data`, { reason })),
  };
}
