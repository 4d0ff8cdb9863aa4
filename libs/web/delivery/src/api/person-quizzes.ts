import type { MoreTriesRequest, MoreTriesResult, PersonQuizzes } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

export const personQuizzesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person-quizzes', personId],
    queryFn: ({ signal }) => api.get<PersonQuizzes>(`/people/${personId}/quizzes`, { signal }),
  });

export const giveMoreTries = (attemptId: string, request: MoreTriesRequest) =>
  api.post<MoreTriesResult>(`/attempts/${attemptId}/more-tries`, request);
