import type { PathVersion, SavePathVersionRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';

/** Saves a whole draft; `seen` is the version that was read. */
export const savePathVersion = (id: string, request: SavePathVersionRequest, seen: number) =>
  api.put<PathVersion>(`/path-versions/${id}`, request, { version: seen });
