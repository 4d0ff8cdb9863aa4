import type { Created, LegalHoldPage, PlaceHold } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { useChange } from './changes.js';
import { privacyKeys } from './keys.js';

/** Holds that last, of everybody (`all`); or all there were of a person. */
export const holdsQuery = (of: string) =>
  infiniteQueryOptions({
    queryKey: privacyKeys.holds(of),
    queryFn: ({ signal, pageParam }) =>
      api.get<LegalHoldPage>('/legal-holds', {
        signal,
        query: { cursor: pageParam, ...(of === 'all' ? {} : { personId: of, show: 'all' }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export function useHoldChanges() {
  const change = useChange();
  return {
    place: (personId: string, hold: PlaceHold) => change(api.post<Created>(`/people/${personId}/legal-holds`, hold)),
    end: (id: string) => change(api.post(`/legal-holds/${id}/end`)),
  };
}
