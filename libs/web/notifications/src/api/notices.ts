import type { NoticePage, NoticeQuery, UnreadNotices } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const EVERY_MS = 5 * 60_000;

/** How many notices wait to be read. Without an answer there is no number, and nothing else is lost. */
export const unreadQuery = () =>
  queryOptions({
    queryKey: ['notices', 'unread'],
    queryFn: ({ signal }) => api.get<UnreadNotices>('/my/notices/unread', { signal }),
    refetchInterval: EVERY_MS,
    throwOnError: false,
  });

export const noticesQuery = (show: NoticeQuery['show']) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', show],
    queryFn: ({ signal, pageParam }) =>
      api.get<NoticePage>('/my/notices', { signal, query: { show, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** One notice, or every one up to it. */
export function useReadNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, andBefore }: { id: string; andBefore: boolean }) =>
      andBefore ? api.put('/my/notices/read', { upTo: id }) : api.put(`/my/notices/${id}/read`, {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}
