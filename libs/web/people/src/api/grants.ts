import type { GrantRoleRequest as GrantRole } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

/** Gives a person a role. */
export function useGrantRole(personId: string) {
  const client = useQueryClient();
  return async (request: GrantRole): Promise<void> => {
    await api.post(`/people/${personId}/grants`, request);
    await client.invalidateQueries({ queryKey: peopleKeys.all });
  };
}

/** Ends a role on a day. */
export function useEndGrant(grantId: string) {
  const client = useQueryClient();
  return async (request: { endsOn: string }): Promise<void> => {
    await api.post(`/grants/${grantId}/end`, request);
    await client.invalidateQueries({ queryKey: peopleKeys.all });
  };
}
