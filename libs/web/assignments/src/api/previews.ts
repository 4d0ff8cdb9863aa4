import type { PreviewEffect, PreviewPeople, RulePreview } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ruleKeys.preview(id),
    queryFn: ({ signal }) => api.get<RulePreview>(`/rule-previews/${id}`, { signal }),
    staleTime: Infinity,
  });

export type Shown = PreviewEffect | 'too-soon';

export const previewPeopleQuery = (id: string, shown: Shown) =>
  infiniteQueryOptions({
    queryKey: [...ruleKeys.preview(id), 'people', shown],
    queryFn: ({ signal, pageParam }) =>
      api.get<PreviewPeople>(`/rule-previews/${id}/people`, {
        signal,
        query: { ...(shown === 'too-soon' ? { tooSoon: 'true' } : { effect: shown }), cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
