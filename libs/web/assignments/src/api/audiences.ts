import type { AudienceCount, AudiencePage, AudiencePredicate, AudienceWords } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
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

export const wordsQuery = () =>
  queryOptions({
    queryKey: [...ruleKeys.audiences, 'words'],
    queryFn: ({ signal }) => api.get<AudienceWords>('/audiences/words', { signal }),
    throwOnError: false,
  });
