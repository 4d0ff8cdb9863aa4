import type { Created, SaveCourseRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

export function useCreateCourse() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: SaveCourseRequest) => api.post<Created>('/courses', request),
    onSuccess: () => client.invalidateQueries({ queryKey: catalogueKeys.courses }),
  });
}
