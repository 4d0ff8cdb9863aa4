import type { QuizRun } from '@lms/contracts';
import { api } from '@lms/web-platform';

/** Begins a try, or returns the one that is open. */
export const startRun = (attemptId: string) => api.post<QuizRun>(`/my/attempts/${attemptId}/quiz-runs`);
