import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

/** Gives a place up; the first one waiting has it then. Somebody else is told the reason. */
export const useCancelBooking = (done?: () => void) =>
  useSessionChange(
    ({ bookingId, reason }: { bookingId: string; reason: string }) =>
      api.post(`/bookings/${bookingId}/cancel`, { reason }),
    done,
  );
