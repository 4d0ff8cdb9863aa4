import type { QuizRun } from '@lms/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { quizRunQuery } from '../api/quiz-run.js';
import { quizStatusQuery } from '../api/quiz-status.js';
import { startRun } from '../api/start-run.js';

/** Begins a try. What the server refuses may only be out of date here, so the status is read again. */
export function useStart(attemptId: string, onStarted: (run: QuizRun) => void) {
  const client = useQueryClient();
  const { queryKey } = quizStatusQuery(attemptId);
  return useMutation({
    mutationFn: () => startRun(attemptId),
    onSuccess: (run) => {
      client.setQueryData(quizRunQuery(run.id).queryKey, run);
      client.setQueryData(queryKey, (status) => status && { ...status, openRun: run.id });
      onStarted(run);
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
}
