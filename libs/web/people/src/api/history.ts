import type { History } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

/** What was known of a person and when, the newest first. The page around it stands without it. */
export const historyQuery = (personId: string) =>
  queryOptions({
    queryKey: peopleKeys.history(personId),
    queryFn: ({ signal }) => api.get<History>(`/people/${personId}/history`, { signal }),
    throwOnError: false,
  });
