import type { QuizStatus } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

/** How often a quiz was tried, and whether it may be tried now. */
export const quizStatusQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ['quiz-status', attemptId],
    queryFn: ({ signal }) => api.get<QuizStatus>(`/my/attempts/${attemptId}/quiz`, { signal }),
    staleTime: 0,
    throwOnError: false,
  });
