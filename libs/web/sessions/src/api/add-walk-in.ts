import type { AddedWalkIn } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

/** Somebody came without a booking. */
export const useAddWalkIn = (id: string) =>
  useSessionChange((personId: string) => api.post<AddedWalkIn>(`/sessions/${id}/walk-ins`, { personId }));
