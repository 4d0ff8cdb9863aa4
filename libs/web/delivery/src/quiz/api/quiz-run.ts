import type { QuizRun } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

export const readRun = (runId: string, signal?: AbortSignal) => api.get<QuizRun>(`/my/quiz-runs/${runId}`, { signal });

/** One try. Read when its page opens: from then on the book of its answers keeps up. */
export const quizRunQuery = (runId: string) =>
  queryOptions({
    queryKey: ['quiz-run', runId],
    queryFn: ({ signal }) => readRun(runId, signal),
    staleTime: 0,
    throwOnError: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
