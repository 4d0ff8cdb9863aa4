import type { Created } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

/** A new draft of a course or a path, copied from the newest version. */
export function useStartVersion(kind: 'courses' | 'paths', id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Created>(`/${kind}/${id}/versions`),
    onSuccess: () => client.invalidateQueries({ queryKey: catalogueKeys.all }),
  });
}
