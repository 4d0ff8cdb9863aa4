import type { CheckedIn } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

/** Says that one is there, with the six digits of the trainer's screen. */
export const useCheckIn = (id: string) =>
  useSessionChange((code: string) => api.post<CheckedIn>(`/sessions/${id}/check-in`, { code }));
