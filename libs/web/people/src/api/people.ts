import type { PersonItem, PersonPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export interface PeopleFilter {
  q?: string;
  organisationId?: string;
  schemeId?: string;
  group?: NonNullable<PersonItem['employmentGroup']>;
  jobRole?: string;
  status?: PersonItem['status'];
  speaker?: 'nobody';
}

export const peopleQuery = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: [...peopleKeys.list, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<PersonPage>('/people', { signal, query: { ...filter, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
