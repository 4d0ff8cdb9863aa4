import type { AddActivityRequest, Created } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refreshCourse } from './course.js';

/** Puts one thing to do at the end of a draft. */
export const addActivity = (versionId: string, request: AddActivityRequest) =>
  api.post<Created>(`/course-versions/${versionId}/activities`, request);

export function useAddActivity(courseId: string, versionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: AddActivityRequest) => addActivity(versionId, request),
    onSuccess: () => refreshCourse(client, courseId),
  });
}
