import type { PersonRecord } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

const everyMs = 1500;
const tries = 12;

/** The paths of somebody who was just added. Paths are given behind the scenes, so this looks again for some seconds. */
export const newRoutesQuery = (personId: string) =>
  queryOptions({
    queryKey: peopleKeys.newRoutes(personId),
    queryFn: ({ signal }) => api.get<PersonRecord>(`/people/${personId}/record`, { signal }),
    select: (record) => record.routes.map((route) => route.title),
    refetchInterval: ({ state }) =>
      state.status === 'error' || state.data?.routes.length || state.dataUpdateCount >= tries ? false : everyMs,
    staleTime: 0,
    throwOnError: false,
  });
