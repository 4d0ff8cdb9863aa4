import type { QuestionBankPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { questionKeys } from './keys.js';

export const banksQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...questionKeys.banks, 'list', q],
    queryFn: ({ signal, pageParam }) =>
      api.get<QuestionBankPage>('/question-banks', { signal, query: { q, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The first few banks that a search finds, to choose one of them. */
export const bankSearchQuery = (q: string) =>
  queryOptions({
    queryKey: [...questionKeys.banks, 'search', q],
    queryFn: ({ signal }) => api.get<QuestionBankPage>('/question-banks', { signal, query: { q, limit: 20 } }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
