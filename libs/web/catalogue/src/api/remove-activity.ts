import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refreshCourse } from './course.js';

export function useRemoveActivity(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (activityId: string) => api.delete(`/activities/${activityId}`),
    onSettled: () => refreshCourse(client, courseId),
  });
}
