import type { AddPersonRequest, Created } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

/** Adds a person with their first engagement. */
export function useAddPerson() {
  const client = useQueryClient();
  return async (request: AddPersonRequest): Promise<Created> => {
    const created = await api.post<Created>('/people', request);
    void client.invalidateQueries({ queryKey: peopleKeys.all });
    return created;
  };
}
