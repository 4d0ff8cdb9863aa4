import type { Tx } from '@lms/api-platform';

/** Who is booked for a session, or waits for a place in it. */
export const expected = (tx: Tx, sessionId: string): Promise<{ bookingId: string; personId: string }[]> =>
  tx.query(
    `select id as "bookingId", person_id as "personId" from session_booking where session_id = $1 and state <> 'cancelled' order by queue`,
    [sessionId],
  );
