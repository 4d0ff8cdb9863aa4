import type { VersionChanges } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

/** In what a version differs from the one published before it. `seen` is its counter: another one is another answer. */
export const changesQuery = (versionId: string, seen: number) =>
  queryOptions({
    queryKey: catalogueKeys.changes(versionId, seen),
    queryFn: ({ signal }) => api.get<VersionChanges>(`/course-versions/${versionId}/changes`, { signal }),
    throwOnError: false,
  });
