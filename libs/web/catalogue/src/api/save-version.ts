import type { CourseVersion, SaveVersionRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepVersion, keptVersion } from './course.js';

/**
 * Saves part of a draft's settings. Saves of one draft go one after the other, so that two fields left in quick
 * succession do not look like two editors to the API.
 */
export function useSaveVersion(version: CourseVersion) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `course-version-${version.id}` },
    mutationFn: (change: Partial<SaveVersionRequest>) => {
      const kept = keptVersion(client, version.courseId, version.id) ?? version;
      const { validityMonths, minutes } = kept;
      const request: SaveVersionRequest = { validityMonths, minutes, change: kept.change, ...change };
      return api.put<CourseVersion>(`/course-versions/${version.id}`, request, { version: kept.version });
    },
    onSuccess: (saved) => keepVersion(client, saved),
  });
}
