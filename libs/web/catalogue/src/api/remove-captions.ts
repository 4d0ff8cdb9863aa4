import type { Activity, CourseVersion } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { activityIn, keepVersion, keptVersion } from './course.js';

/** Takes the captions in one language away. */
export function useRemoveCaptions(courseId: string, versionId: string, activity: Activity) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `activity-${activity.id}` },
    mutationFn: (language: string) => {
      const { version } = activityIn(keptVersion(client, courseId, versionId), activity.id) ?? activity;
      return api.delete<CourseVersion>(`/activities/${activity.id}/captions/${language}`, { version });
    },
    onSuccess: (saved) => keepVersion(client, saved),
  });
}
