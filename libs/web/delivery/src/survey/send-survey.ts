import type { CommitResult, SendSurveyRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';

/** Twice is once: the first answers count. */
export const sendSurvey = (attemptId: string, request: SendSurveyRequest) =>
  api.post<CommitResult>(`/my/attempts/${attemptId}/survey`, request);
