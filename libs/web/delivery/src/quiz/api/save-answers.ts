import type { SaveAnswersRequest, SavedAnswers } from '@lms/contracts';
import { api } from '@lms/web-platform';

export const saveAnswers = (runId: string, request: SaveAnswersRequest) =>
  api.put<SavedAnswers>(`/my/quiz-runs/${runId}/answers`, request);
