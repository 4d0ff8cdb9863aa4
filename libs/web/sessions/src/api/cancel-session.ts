import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

/** For good: whoever is booked or waits is told why. */
export const useCancelSession = (id: string, done: () => void) =>
  useSessionChange((reason: string) => api.post(`/sessions/${id}/cancel`, { reason }), done);
