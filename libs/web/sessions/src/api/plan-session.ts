import type { Created, PlanSessionRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

export const usePlanSession = () =>
  useSessionChange((session: PlanSessionRequest) => api.post<Created>('/sessions', session));
