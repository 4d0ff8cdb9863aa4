import type { MyChecks } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

const MINUTE = 60_000;

/** What waits for the person who is signed in. Nothing breaks without an answer: places then come without counts. */
export const myChecksQuery = () =>
  queryOptions({
    queryKey: ['my-checks'],
    queryFn: ({ signal }) => api.get<MyChecks>('/my/checks', { signal }),
    refetchInterval: 2 * MINUTE,
    throwOnError: false,
    retry: false,
  });
