import type { Created, SaveSchemeRequest, Scheme } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

/** Adds a scheme, or saves one of which a version was read. */
export function useSaveScheme(existing: { id: string } | null) {
  const client = useQueryClient();
  return async (request: SaveSchemeRequest, version: number): Promise<void> => {
    if (existing) await api.put<Scheme>(`/schemes/${existing.id}`, request, { version });
    else await api.post<Created>('/schemes', request);
    void client.invalidateQueries({ queryKey: peopleKeys.all });
    await client.invalidateQueries({ queryKey: peopleKeys.schemes });
  };
}
