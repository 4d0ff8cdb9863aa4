import type { Person } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: peopleKeys.person(id),
    queryFn: ({ signal }) => api.get<Person>(`/people/${id}`, { signal }),
  });
