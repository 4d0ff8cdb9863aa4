import type {
  Created,
  ErasurePage,
  ErasurePreview,
  ErasureQuery,
  ErasureToDecide,
  ProposeErasure,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { useChange } from './changes.js';
import { privacyKeys } from './keys.js';

/** What an erasure would do; read anew each time somebody looks. */
export const previewQuery = (personId: string) =>
  queryOptions({
    queryKey: privacyKeys.preview(personId),
    queryFn: ({ signal }) => api.get<ErasurePreview>(`/people/${personId}/erasure`, { signal }),
    gcTime: 0,
  });

export const erasuresQuery = (show: ErasureQuery['show']) =>
  infiniteQueryOptions({
    queryKey: privacyKeys.erasures(show),
    queryFn: ({ signal, pageParam }) =>
      api.get<ErasurePage>('/erasures', { signal, query: { show, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: privacyKeys.erasure(id),
    queryFn: ({ signal }) => api.get<ErasureToDecide>(`/erasures/${id}`, { signal }),
  });

export function useErasureChanges() {
  const change = useChange();
  return {
    propose: (personId: string, request: ProposeErasure) =>
      change(api.post<Created>(`/people/${personId}/erasure`, request)),
    approve: (id: string) => change(api.post(`/erasures/${id}/approve`)),
    refuse: (id: string, note: string) => change(api.post(`/erasures/${id}/refuse`, { note })),
    withdraw: (id: string) => change(api.post(`/erasures/${id}/withdraw`)),
  };
}
