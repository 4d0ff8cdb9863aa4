import type { ChangeSessionRequest, TrainingSession } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

export const useChangeSession = ({ id, version }: Pick<TrainingSession, 'id' | 'version'>) =>
  useSessionChange((session: ChangeSessionRequest) => api.put(`/sessions/${id}`, session, { version }));
