import type { Created, CreatePathRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

export function useCreatePath() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: CreatePathRequest) => api.post<Created>('/paths', request),
    onSuccess: () => client.invalidateQueries({ queryKey: catalogueKeys.paths }),
  });
}
