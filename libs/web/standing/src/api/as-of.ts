import type { AsOfQuery, RecordAsOf } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

/** One's own record at another moment, or somebody else's by their id; nothing is asked without a moment. */
export const asOfQuery = (personId: string | null, at: string | null, known: AsOfQuery['known']) =>
  queryOptions({
    queryKey: ['record', personId, 'as-of', at, known],
    queryFn: ({ signal }) =>
      api.get<RecordAsOf>(`${personId ? `/people/${personId}` : '/my'}/record/as-of`, { signal, query: { at, known } }),
    enabled: at !== null,
    throwOnError: false,
    retry: false,
  });
