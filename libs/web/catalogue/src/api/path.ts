import type { Path, PathVersion } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

/** A path with all its versions, the newest first. */
export const pathQuery = (id: string) =>
  queryOptions({
    queryKey: catalogueKeys.path(id),
    queryFn: ({ signal }) => api.get<Path>(`/paths/${id}`, { signal }),
  });

/** Puts what the API answered in the place of the version that is kept. */
export function keepPathVersion(client: QueryClient, version: PathVersion): void {
  client.setQueryData(
    pathQuery(version.pathId).queryKey,
    (path) => path && { ...path, versions: path.versions.map((kept) => (kept.id === version.id ? version : kept)) },
  );
}
