import type { Rule, RuleEndPeople, RuleEndPreview } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';
import { useChange } from './use-change.js';

/** Who loses it when it ends now; looked at anew by whoever opens it. */
export const endPreviewQuery = (ruleId: string) =>
  queryOptions({
    queryKey: ruleKeys.ending(ruleId),
    queryFn: ({ signal }) => api.get<RuleEndPreview>(`/rules/${ruleId}/end`, { signal }),
  });

export const endPeopleQuery = (ruleId: string) =>
  infiniteQueryOptions({
    queryKey: [...ruleKeys.ending(ruleId), 'people'],
    queryFn: ({ signal, pageParam }) =>
      api.get<RuleEndPeople>(`/rules/${ruleId}/end/people`, { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const useEndRule = (ruleId: string) =>
  useChange((request: { reason: string; digest: string }) => api.post<Rule>(`/rules/${ruleId}/end`, request));
export const useApproveEnd = (ruleId: string) =>
  useChange((digest: string) => api.post<Rule>(`/rules/${ruleId}/end/approve`, { digest }));
export const useLeaveInForce = (ruleId: string) => useChange(() => api.post<Rule>(`/rules/${ruleId}/end/leave`));
