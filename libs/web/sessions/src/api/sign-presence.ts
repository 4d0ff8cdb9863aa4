import type { SignPresenceRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

export const useSignPresence = (id: string, bookingId: string) =>
  useSessionChange((signed: SignPresenceRequest) =>
    api.post(`/sessions/${id}/register/${bookingId}/signature`, signed),
  );
