import type { Activity, CourseVersion } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { activityIn, keepVersion, keptVersion } from './course.js';

/** The picture that a video begins with: an upload, or null for none. */
export function useSavePoster(courseId: string, versionId: string, activity: Activity) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `activity-${activity.id}` },
    mutationFn: (uploadId: string | null) => {
      const { version } = activityIn(keptVersion(client, courseId, versionId), activity.id) ?? activity;
      return api.put<CourseVersion>(`/activities/${activity.id}/poster`, { uploadId }, { version });
    },
    onSuccess: (saved) => keepVersion(client, saved),
  });
}
