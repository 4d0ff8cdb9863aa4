import type { ClosedRegister } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

/** Records what was done for everybody who was there. */
export const useCloseRegister = (id: string, done: (closed: ClosedRegister) => void) =>
  useSessionChange(() => api.post<ClosedRegister>(`/sessions/${id}/close`), done);
