import type { ListFilePage } from '@lms/contracts';
import { api, isBeingMade, listFilesKey } from '@lms/web-platform';
import { infiniteQueryOptions } from '@tanstack/react-query';

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
