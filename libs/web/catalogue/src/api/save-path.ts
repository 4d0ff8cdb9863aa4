import type { Path, SavePathRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

export function useSavePath(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, version }: { request: SavePathRequest; version: number }) =>
      api.put<Path>(`/paths/${id}`, request, { version }),
    onSuccess: () => client.invalidateQueries({ queryKey: catalogueKeys.all }),
  });
}
