import type { Person, SavePersonRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';
import { personQuery } from './person.js';

/** Saves a person's details; `version` is the one that was read. */
export function useSavePerson(id: string) {
  const client = useQueryClient();
  return async (request: SavePersonRequest, version: number): Promise<Person> => {
    const person = await api.put<Person>(`/people/${id}`, request, { version });
    client.setQueryData(personQuery(id).queryKey, person);
    void client.invalidateQueries({ queryKey: peopleKeys.all });
    return person;
  };
}
