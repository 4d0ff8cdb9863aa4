import type { AffectedPeople } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions } from '@tanstack/react-query';

/** Who would move to a version when it is published. */
export const affectedQuery = (versionId: string) =>
  infiniteQueryOptions({
    queryKey: ['path-affected', versionId],
    queryFn: ({ signal, pageParam }) =>
      api.get<AffectedPeople>(`/path-versions/${versionId}/affected`, { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
