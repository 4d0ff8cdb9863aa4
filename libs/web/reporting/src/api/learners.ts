import type {
  AnsweredWronglyPage,
  CompletedFilter,
  CompletedPage,
  CompletedTotals,
  GivenUpFilter,
  GivenUpPage,
  OverviewFilter,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

const ROWS = 25;
const key = ['overview', 'learners'] as const;

export const completedQuery = (filter: CompletedFilter) =>
  infiniteQueryOptions({
    queryKey: [...key, 'completed', filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<CompletedPage>('/overview/completions', { signal, query: { ...filter, limit: ROWS, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const completedTotalsQuery = (filter: CompletedFilter) =>
  queryOptions({
    queryKey: [...key, 'completed', 'totals', filter],
    queryFn: ({ signal }) => api.get<CompletedTotals>('/overview/completions/totals', { signal, query: { ...filter } }),
    placeholderData: keepPreviousData,
  });

export const givenUpQuery = (filter: GivenUpFilter) =>
  infiniteQueryOptions({
    queryKey: [...key, 'given-up', filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<GivenUpPage>('/overview/given-up', { signal, query: { ...filter, limit: ROWS, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const answeredWronglyQuery = (questionId: string, filter: OverviewFilter) =>
  infiniteQueryOptions({
    queryKey: [...key, 'answered-wrongly', questionId, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<AnsweredWronglyPage>(`/overview/questions/${questionId}/wrong`, {
        signal,
        query: { ...filter, limit: ROWS, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
