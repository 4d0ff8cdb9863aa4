import type { Created, Organisation, SaveOrganisationRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

/** Adds an organisation, or saves one of which a version was read. Names of others may hang on it. */
export function useSaveOrganisation(existing: { id: string } | null) {
  const client = useQueryClient();
  return async (request: SaveOrganisationRequest, version: number): Promise<void> => {
    if (existing) await api.put<Organisation>(`/organisations/${existing.id}`, request, { version });
    else await api.post<Created>('/organisations', request);
    void client.invalidateQueries({ queryKey: peopleKeys.all });
    await client.invalidateQueries({ queryKey: peopleKeys.organisations });
  };
}
