import type { CourseVersion, DraftDesk } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { keepVersion } from './course.js';
import { catalogueKeys } from './keys.js';

/** How often a page says that it is here, and hears of others. */
const EVERY_MS = 10_000;

export const deskQuery = (versionId: string) =>
  queryOptions({
    queryKey: catalogueKeys.desk(versionId),
    queryFn: ({ signal }) => api.post<DraftDesk>(`/course-versions/${versionId}/desk`, undefined, { signal }),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    throwOnError: false,
  });

/** Takes the newest of one's own changes back, or does it again. */
export function useUndo(versionId: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `undo-${versionId}` },
    mutationFn: (way: 'undo' | 'redo') => api.post<CourseVersion>(`/course-versions/${versionId}/${way}`),
    onSuccess: (version) => keepVersion(client, version),
    onSettled: () => client.invalidateQueries({ queryKey: catalogueKeys.desk(versionId) }),
  });
}
