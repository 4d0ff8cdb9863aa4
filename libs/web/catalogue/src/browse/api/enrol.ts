import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Begins a course by one's own wish, or ends that. What stands on other pages changes with it. */
export function useEnrol(courseId: string) {
  const client = useQueryClient();
  const path = `/catalogue/${courseId}/enrolment`;
  return useMutation({
    mutationFn: (enrolled: boolean) => (enrolled ? api.put(path, {}) : api.delete(path)),
    onSettled: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' }),
  });
}
