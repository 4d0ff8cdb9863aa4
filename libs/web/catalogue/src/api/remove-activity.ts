import type { Activity } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refreshCourse } from './course.js';

/** Takes it out as it was read: what somebody else has changed in it is looked at first. */
export function useRemoveActivity(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<Activity, 'id' | 'version'>) => api.delete(`/activities/${id}`, { version }),
    onSettled: () => refreshCourse(client, courseId),
  });
}
