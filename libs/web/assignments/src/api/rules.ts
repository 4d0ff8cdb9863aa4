import type { Rule, RuleExceptionPage, RulePage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';

export const rulesQuery = (q: string, show: string) =>
  infiniteQueryOptions({
    queryKey: [...ruleKeys.list, q, show],
    queryFn: ({ signal, pageParam }) => api.get<RulePage>('/rules', { signal, query: { q, show, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

const isRunning = (rule: Rule | undefined): boolean =>
  rule?.versions.some(({ run }) => run !== null && run.doneAt === null) === true;

/** Asked again every second while people are worked through. */
export const ruleQuery = (id: string) =>
  queryOptions({
    queryKey: ruleKeys.rule(id),
    queryFn: ({ signal }) => api.get<Rule>(`/rules/${id}`, { signal }),
    refetchInterval: (query) => (isRunning(query.state.data) ? 1000 : false),
  });

export const exceptionsQuery = (ruleId: string) =>
  queryOptions({
    queryKey: ruleKeys.exceptions(ruleId),
    queryFn: ({ signal }) =>
      api.get<RuleExceptionPage>(`/rules/${ruleId}/exceptions`, { signal, query: { limit: 100 } }),
  });
