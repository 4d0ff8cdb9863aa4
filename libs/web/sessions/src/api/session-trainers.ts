import type { SessionTrainers } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** Who can train, by name. */
export const sessionTrainersQuery = (q: string) =>
  queryOptions({
    queryKey: ['session-trainers', q],
    queryFn: ({ signal }) => api.get<SessionTrainers>('/sessions/trainers', { signal, query: { q } }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
