import type { Person } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, type Query } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: peopleKeys.person(id),
    queryFn: ({ signal }) => api.get<Person>(`/people/${id}`, { signal }),
  });

const everyMs = 1500;
const tries = 12;

/** The same, looked at again for some seconds until the invitation that was asked for has gone out. */
export const invitedPersonQuery = (id: string) => ({
  ...personQuery(id),
  refetchInterval: ({ state }: Query<Person, Error, Person, ReturnType<typeof peopleKeys.person>>) =>
    state.data?.account.invitedAt || state.dataUpdateCount >= tries ? (false as const) : everyMs,
});
