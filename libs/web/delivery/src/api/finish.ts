import type { CommitResult, DoneRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';

/** "I have read this", of a page or a link. Twice is once. */
export const finish = (attemptId: string, request: DoneRequest) =>
  api.post<CommitResult>(`/my/attempts/${attemptId}/done`, request);
