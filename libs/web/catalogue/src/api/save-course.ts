import type { Course, SaveCourseRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { courseQuery } from './course.js';
import { catalogueKeys } from './keys.js';

/** Saves the details of a course; `version` is the one that was read. */
export function useSaveCourse(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, version }: { request: SaveCourseRequest; version: number }) =>
      api.put<Course>(`/courses/${id}`, request, { version }),
    onSuccess: (course) => {
      client.setQueryData(courseQuery(id).queryKey, course);
      return client.invalidateQueries({ queryKey: catalogueKeys.courses });
    },
  });
}
