import type {
  AssignmentRequestPage,
  CrewOrganisations,
  CrewPage,
  CrewShow,
  CrewTotals,
  MatrixTeam,
  ToDecidePage,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

/** Whose people: of an organisation and the tiers below it, or those who report to the reader. */
export type Whose = { organisationId: string; team?: undefined } | { organisationId?: undefined; team: MatrixTeam };
export interface CrewFilter {
  show: CrewShow | undefined;
  q: string | undefined;
}

const ROWS = 50;
const key = ['crew'] as const;
const addressOf = ({ organisationId }: Whose) =>
  organisationId ? `/organisations/${organisationId}/crew` : '/my/team';

export const crewOrganisationsQuery = () =>
  queryOptions({
    queryKey: [...key, 'organisations'],
    queryFn: ({ signal }) => api.get<CrewOrganisations>('/my/organisations', { signal }),
    staleTime: 5 * 60_000,
  });

export const crewQuery = (whose: Whose, filter: CrewFilter) =>
  infiniteQueryOptions({
    queryKey: [...key, whose, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<CrewPage>(addressOf(whose), {
        signal,
        query: { ...filter, team: whose.team, limit: ROWS, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const crewTotalsQuery = (whose: Whose) =>
  queryOptions({
    queryKey: [...key, whose, 'totals'],
    queryFn: ({ signal }) => api.get<CrewTotals>(`${addressOf(whose)}-totals`, { signal, query: { team: whose.team } }),
    placeholderData: keepPreviousData,
  });

/** How much waits for the reader to decide. */
export const toDecideCountQuery = () =>
  queryOptions({
    queryKey: [...key, 'to-decide'],
    queryFn: async ({ signal }) => (await api.get<ToDecidePage>('/decisions', { signal, query: { limit: 1 } })).waiting,
    throwOnError: false,
  });

/** What one has asked others to learn, the newest. */
export const askedQuery = () =>
  queryOptions({
    queryKey: [...key, 'asked'],
    queryFn: ({ signal }) => api.get<AssignmentRequestPage>('/assignment-requests', { signal, query: { limit: 100 } }),
    throwOnError: false,
  });
