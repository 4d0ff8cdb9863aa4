import type { Activity, CourseVersion, ReplaceFileRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { activityIn, keepVersion, keptVersion } from './course.js';

/** Puts another file in the place of an activity's. After a save that is still on its way. */
export function useReplaceFile(courseId: string, versionId: string, activity: Activity) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `activity-${activity.id}` },
    mutationFn: (request: ReplaceFileRequest) => {
      const { version } = activityIn(keptVersion(client, courseId, versionId), activity.id) ?? activity;
      return api.put<CourseVersion>(`/activities/${activity.id}/file`, request, { version });
    },
    onSuccess: (saved) => keepVersion(client, saved),
  });
}
