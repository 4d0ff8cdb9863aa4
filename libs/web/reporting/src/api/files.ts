import type { ListFileItem, ListFilePage } from '@lms/contracts';
import { api, isBeingMade, isProblem, listFilesKey } from '@lms/web-platform';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

/** How soon is asked again while a file is being made. */
const EVERY_MS = 1000;

export const filesQuery = () =>
  infiniteQueryOptions({
    queryKey: listFilesKey,
    queryFn: ({ signal, pageParam }) => api.get<ListFilePage>('/list-files', { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isBeingMade)) ? EVERY_MS : false),
  });

/** One of the reader's own; a problem where it is not theirs is shown on the page. */
export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: [...listFilesKey, id],
    queryFn: ({ signal }) => api.get<ListFileItem>(`/list-files/${id}`, { signal }),
    throwOnError: (error) => !isProblem(error, 'not-found'),
    refetchInterval: ({ state }) => (state.data && isBeingMade(state.data) ? EVERY_MS : false),
  });
