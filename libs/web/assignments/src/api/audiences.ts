import type {
  Audience,
  AudienceCount,
  AudienceDifference,
  AudienceHistory,
  AudiencePage,
  AudiencePredicate,
  AudienceRules,
  AudienceWords,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';

/** Whom a predicate holds now; the last answer stays while the next is on its way. */
export const countQuery = (predicate: AudiencePredicate) =>
  queryOptions({
    queryKey: [...ruleKeys.audiences, 'count', predicate],
    queryFn: ({ signal }) => api.post<AudienceCount>('/audiences/count', { predicate }, { signal }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });

export const audiencesQuery = () =>
  queryOptions({
    queryKey: [...ruleKeys.audiences, 'list'],
    queryFn: ({ signal }) => api.get<AudiencePage>('/audiences', { signal, query: { limit: 100 } }),
    throwOnError: false,
  });

/** For the page of all of them. */
export const audienceListQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...ruleKeys.audiences, 'pages', q],
    queryFn: ({ signal, pageParam }) =>
      api.get<AudiencePage>('/audiences', { signal, query: { q, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const wordsQuery = () =>
  queryOptions({
    queryKey: [...ruleKeys.audiences, 'words'],
    queryFn: ({ signal }) => api.get<AudienceWords>('/audiences/words', { signal }),
    throwOnError: false,
  });

export const audienceQuery = (id: string) =>
  queryOptions({
    queryKey: [...ruleKeys.audiences, 'one', id],
    queryFn: ({ signal }) => api.get<Audience>(`/audiences/${id}`, { signal }),
  });

/** Read anew by whoever looks: rules change elsewhere. */
export const audienceRulesQuery = (id: string) =>
  queryOptions({
    queryKey: [...ruleKeys.audiences, 'rules', id],
    queryFn: ({ signal }) => api.get<AudienceRules>(`/audiences/${id}/rules`, { signal }),
    staleTime: 0,
  });

export const audienceHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: [...ruleKeys.audiences, 'history', id],
    queryFn: ({ signal }) => api.get<AudienceHistory>(`/audiences/${id}/history`, { signal }),
  });

/** Whom another predicate would take in and leave out, against the audience as it was saved last. */
export const differenceQuery = ({ id, version }: Audience, predicate: AudiencePredicate) =>
  queryOptions({
    queryKey: [...ruleKeys.audiences, 'difference', id, version, predicate],
    queryFn: ({ signal }) => api.post<AudienceDifference>(`/audiences/${id}/compare`, { predicate }, { signal }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
