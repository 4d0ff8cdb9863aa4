import type { PersonRecord } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

/** One's own record, or somebody else's by their id. */
export const recordQuery = (personId: string | null) =>
  queryOptions({
    queryKey: ['record', personId],
    queryFn: ({ signal }) => api.get<PersonRecord>(personId ? `/people/${personId}/record` : '/my/record', { signal }),
  });
