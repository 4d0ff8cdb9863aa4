import type { Course, Created, DuplicateCourseRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { courseQuery } from './course.js';
import { catalogueKeys } from './keys.js';

/** Makes a course from another one or from a template. */
export function useDuplicateCourse() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ fromId, ...request }: DuplicateCourseRequest & { fromId: string }) =>
      api.post<Created>(`/courses/${fromId}/duplicate`, request),
    onSuccess: () => client.invalidateQueries({ queryKey: catalogueKeys.courses }),
  });
}

/** Makes a course a template, or a template a course. */
export function useMarkTemplate(course: Pick<Course, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (template: boolean) =>
      api.put<Course>(`/courses/${course.id}/template`, { template }, { version: course.version }),
    onSuccess: (saved) => {
      client.setQueryData(courseQuery(course.id).queryKey, saved);
      return client.invalidateQueries({ queryKey: catalogueKeys.courses });
    },
  });
}
