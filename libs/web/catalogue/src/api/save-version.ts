import type { CourseVersion, SaveVersionRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepVersion, keptVersion, readVersion } from './course.js';
import { differsIn, mergeSave } from './merge-save.js';

/**
 * Saves part of a draft's settings. Saves of one draft go one after the other, so that two fields left in quick
 * succession do not look like two editors to the API.
 */
export function useSaveVersion(version: CourseVersion) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `course-version-${version.id}` },
    mutationFn: (change: Partial<SaveVersionRequest>) =>
      mergeSave({
        base: keptVersion(client, version.courseId, version.id) ?? version,
        clashes: (base, theirs) => differsIn(Object.keys(change), base, theirs),
        send: (base) => saveVersion(base, change),
        read: () => readVersion(client, version.courseId, version.id),
      }),
    onSuccess: (saved) => keepVersion(client, saved),
  });
}

function saveVersion(base: CourseVersion, given: Partial<SaveVersionRequest>): Promise<CourseVersion> {
  const { validityMonths, minutes, change, begun, oldEndsOn, news } = base;
  const request: SaveVersionRequest = { validityMonths, minutes, change, begun, oldEndsOn, news, ...given };
  return api.put<CourseVersion>(`/course-versions/${base.id}`, request, { version: base.version });
}
