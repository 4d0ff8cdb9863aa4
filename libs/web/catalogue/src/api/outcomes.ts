import type { Outcomes, SaveOutcomes } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

/** What courses can serve. A form without the list works as well. */
export const outcomesQuery = () =>
  queryOptions({
    queryKey: catalogueKeys.outcomes,
    queryFn: ({ signal }) => api.get<Outcomes>('/outcomes', { signal }),
    throwOnError: false,
    retry: false,
  });

/** Saves the whole list; courses follow a new name, so they are read anew. */
export function useSaveOutcomes(version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: SaveOutcomes) => api.put<Outcomes>('/outcomes', request, { version }),
    onSuccess: async (saved) => {
      client.setQueryData(catalogueKeys.outcomes, saved);
      await client.invalidateQueries({ queryKey: catalogueKeys.courses });
    },
  });
}
