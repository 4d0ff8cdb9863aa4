import type { Activity, CourseVersion, SaveActivityRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { activityIn, keepVersion, keptVersion, readVersion } from './course.js';
import { differsIn, mergeSave } from './merge-save.js';

/** Saves part of an activity; what is not named stays as it is kept. One save after the other. */
export function useSaveActivity(courseId: string, versionId: string, activity: Activity) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `activity-${activity.id}` },
    mutationFn: (change: Partial<SaveActivityRequest>) =>
      mergeSave({
        base: activityIn(keptVersion(client, courseId, versionId), activity.id) ?? activity,
        clashes: (base, theirs) => differsIn(Object.keys(change), base, theirs),
        send: (base) => saveActivity(base, change),
        read: async () => activityIn(await readVersion(client, courseId, versionId), activity.id),
      }),
    onSuccess: (saved) => keepVersion(client, saved),
  });
}

function saveActivity(base: Activity, change: Partial<SaveActivityRequest>): Promise<CourseVersion> {
  const { title, minutes, completionRule, noSpeech, version } = base;
  const request: SaveActivityRequest = {
    title,
    minutes,
    completionRule,
    noSpeech,
    readAgain: null,
    settings: null,
    outsideHosts: null,
    ...change,
  };
  return api.put<CourseVersion>(`/activities/${base.id}`, request, { version });
}
