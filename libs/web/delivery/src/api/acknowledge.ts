import type { AcknowledgeRequest, CommitResult } from '@lms/contracts';
import { api } from '@lms/web-platform';

export const acknowledge = (attemptId: string, request: AcknowledgeRequest) =>
  api.post<CommitResult>(`/my/attempts/${attemptId}/acknowledge`, request);
