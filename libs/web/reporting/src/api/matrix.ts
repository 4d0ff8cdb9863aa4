import type { MatrixChoices, MatrixFilter, MatrixPage, MatrixTotals, Why } from '@lms/contracts';
import { api, ApiProblem } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

const keys = {
  rows: (filter: MatrixFilter) => ['matrix', 'rows', filter] as const,
  totals: (filter: MatrixFilter) => ['matrix', 'totals', filter] as const,
  choices: ['matrix', 'choices'] as const,
  why: (personId: string, courseId: string) => ['matrix', 'why', personId, courseId] as const,
};
const ROWS = 50;

export const matrixRowsQuery = (filter: MatrixFilter) =>
  infiniteQueryOptions({
    queryKey: keys.rows(filter),
    queryFn: ({ signal, pageParam }) =>
      api.get<MatrixPage>('/matrix', { signal, query: { ...filter, limit: ROWS, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const matrixTotalsQuery = (filter: MatrixFilter) =>
  queryOptions({
    queryKey: keys.totals(filter),
    queryFn: ({ signal }) => api.get<MatrixTotals>('/matrix/totals', { signal, query: { ...filter } }),
    placeholderData: keepPreviousData,
  });

export const matrixChoicesQuery = () =>
  queryOptions({
    queryKey: keys.choices,
    queryFn: ({ signal }) => api.get<MatrixChoices>('/matrix/choices', { signal }),
    staleTime: 5 * 60_000,
  });

/** Null where the reasons are not the reader's to see. */
export const cellWhyQuery = (personId: string, courseId: string) =>
  queryOptions({
    queryKey: keys.why(personId, courseId),
    queryFn: ({ signal }) =>
      api.get<Why>(`/people/${personId}/courses/${courseId}/why`, { signal }).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }),
  });
