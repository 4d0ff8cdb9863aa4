import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { browseKeys } from './keys.js';

/** Saves a course for later, or takes it off the saved ones. */
export function useSaveBookmark(courseId: string) {
  const client = useQueryClient();
  const path = `/catalogue/${courseId}/bookmark`;
  return useMutation({
    mutationFn: (saved: boolean) => (saved ? api.put(path, {}) : api.delete(path)),
    onSuccess: () => client.invalidateQueries({ queryKey: browseKeys.all }),
  });
}
