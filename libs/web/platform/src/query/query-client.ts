import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.js';

/** Only what may pass by itself is tried again: no signal, and a server in trouble. */
const worthRetrying = (count: number, error: Error): boolean =>
  count < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500);

/**
 * A page that cannot load shows its error in place (the route's error page); one that has something to show keeps it.
 * Requests are sent without signal too, so that they fail with a sentence instead of waiting in silence.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: worthRetrying,
        networkMode: 'always',
        throwOnError: (_error, query) => query.state.data === undefined,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
