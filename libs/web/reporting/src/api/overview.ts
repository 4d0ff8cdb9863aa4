import type { Overview, OverviewFilter, OverviewLearning } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

export const overviewQuery = (filter: OverviewFilter) =>
  queryOptions({
    queryKey: ['overview', filter],
    queryFn: ({ signal }) => api.get<Overview>('/overview', { signal, query: { ...filter } }),
    placeholderData: keepPreviousData,
  });

export const overviewLearningQuery = (filter: OverviewFilter) =>
  queryOptions({
    queryKey: ['overview', 'learning', filter],
    queryFn: ({ signal }) => api.get<OverviewLearning>('/overview/learning', { signal, query: { ...filter } }),
    placeholderData: keepPreviousData,
  });
