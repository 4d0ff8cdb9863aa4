import type { SaveEngagementRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

/** Adds an engagement to a person. */
export function useAddEngagement(personId: string) {
  const client = useQueryClient();
  return async (request: SaveEngagementRequest): Promise<void> => {
    await api.post(`/people/${personId}/engagements`, request);
    await client.invalidateQueries({ queryKey: peopleKeys.all });
  };
}

/** Saves an engagement; `version` is the one that was read. */
export function useSaveEngagement(engagementId: string) {
  const client = useQueryClient();
  return async (request: SaveEngagementRequest, version: number): Promise<void> => {
    await api.put(`/engagements/${engagementId}`, request, { version });
    await client.invalidateQueries({ queryKey: peopleKeys.all });
  };
}
