import type {
  ApartRequest,
  Created,
  DuplicatePage,
  MergePage,
  MergePair,
  MergePreview,
  MergeRequest,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, type Query, queryOptions, useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

/** How soon is asked again while entries are still being looked at. */
const everyMs = 1000;

export const duplicatesQuery = () =>
  infiniteQueryOptions({
    queryKey: peopleKeys.duplicates,
    queryFn: ({ signal, pageParam }) => api.get<DuplicatePage>('/duplicates', { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => ((state.data?.pages[0]?.left ?? 0) > 0 ? everyMs : false),
  });

export const mergesQuery = () =>
  infiniteQueryOptions({
    queryKey: peopleKeys.merges,
    queryFn: ({ signal, pageParam }) => api.get<MergePage>('/merges', { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

const PREVIEW = 'preview';

/** What a merge would be; read anew each time somebody looks. */
export const mergePreviewQuery = (pair: MergePair) =>
  queryOptions({
    queryKey: [...peopleKeys.merges, PREVIEW, pair],
    queryFn: ({ signal }) => api.post<MergePreview>('/merges/preview', pair, { signal }),
    gcTime: 0,
    throwOnError: false,
    retry: false,
  });

/** Merges, undoes it, and says that two are two; everything about people is read anew. */
export function useMergeChanges() {
  const client = useQueryClient();
  const then = async <T>(done: Promise<T>): Promise<T> => {
    const answer = await done;
    const keys = [peopleKeys.duplicates, peopleKeys.merges, peopleKeys.all];
    // Of two who are one now there is nothing to preview any more.
    const predicate = ({ queryKey }: Query): boolean => queryKey[1] !== PREVIEW;
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey, predicate })));
    return answer;
  };
  return {
    merge: (request: MergeRequest) => then(api.post<Created>('/merges', request)),
    undo: (id: string) => then(api.post(`/merges/${id}/undo`)),
    setApart: (request: ApartRequest) => then(api.post('/duplicates/apart', request)),
  };
}
