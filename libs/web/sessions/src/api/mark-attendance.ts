import type { Attendance } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

/** Says that somebody is there or is not; null takes that back. */
export const useMarkAttendance = (id: string) =>
  useSessionChange(({ bookingId, attendance }: { bookingId: string; attendance: Attendance | null }) =>
    api.put(`/sessions/${id}/register/${bookingId}`, { attendance }),
  );
