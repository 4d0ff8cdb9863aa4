import type { PersonRecord } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

const everyMs = 1500;
const tries = 12;

interface NewRoutes {
  /** Titles of the learning paths that were given. */
  routes: string[];
  looked: number;
  /** Nothing was given in all the time in which it should have been. */
  over: boolean;
}

/** The paths of somebody who was just added. Paths are given behind the scenes, so this looks again for some seconds. */
export const newRoutesQuery = (personId: string) => {
  const queryKey = peopleKeys.newRoutes(personId);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<NewRoutes> => {
      const record = await api.get<PersonRecord>(`/people/${personId}/record`, { signal });
      const looked = (client.getQueryData<NewRoutes>(queryKey)?.looked ?? 0) + 1;
      return { routes: record.routes.map((route) => route.title), looked, over: looked >= tries };
    },
    refetchInterval: ({ state }) =>
      state.status === 'error' || state.data?.over || state.data?.routes.length ? false : everyMs,
    throwOnError: false,
  });
};
