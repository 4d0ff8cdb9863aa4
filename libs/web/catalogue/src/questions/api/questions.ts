import type { Question, QuestionPage, QuestionType } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { questionKeys } from './keys.js';

export interface QuestionFilter {
  q?: string;
  tag?: string;
  type?: QuestionType;
  retired: 'yes' | 'no';
}

export const questionsQuery = (bankId: string, filter: QuestionFilter) =>
  infiniteQueryOptions({
    queryKey: [...questionKeys.questions(bankId), filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<QuestionPage>(`/question-banks/${bankId}/questions`, { signal, query: { ...filter, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const questionQuery = (id: string) =>
  queryOptions({
    queryKey: questionKeys.question(id),
    queryFn: ({ signal }) => api.get<Question>(`/questions/${id}`, { signal }),
  });
