import type { Activity, CourseVersion, SaveActivityRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepVersion, keptVersion } from './course.js';

/** Saves part of an activity; what is not named stays as it is kept. One save after the other. */
export function useSaveActivity(courseId: string, versionId: string, activity: Activity) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `activity-${activity.id}` },
    mutationFn: (change: Partial<SaveActivityRequest>) => {
      const kept =
        keptVersion(client, courseId, versionId)?.activities.find((other) => other.id === activity.id) ?? activity;
      const { title, minutes, completionRule, noSpeech } = kept;
      const request = {
        title,
        minutes,
        completionRule,
        noSpeech,
        settings: null,
        ...change,
      } satisfies SaveActivityRequest;
      return api.put<CourseVersion>(`/activities/${activity.id}`, request, { version: kept.version });
    },
    onSuccess: (saved) => keepVersion(client, saved),
  });
}
