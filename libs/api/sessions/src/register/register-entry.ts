import { type Ctx, NotFound, type Tx } from '@lms/api-platform';
import { lockKept } from '../shared/lock-session.js';
import { assertRegisterOpen } from './check-in-codes.js';

/** Holds the register of a session and answers whom one of its entries is about. */
export async function lockEntry(tx: Tx, ctx: Ctx, sessionId: string, bookingId: string): Promise<{ personId: string }> {
  const session = await lockKept(tx, ctx, sessionId);
  const [entry]: { personId: string }[] = await tx.query(
    `select person_id as "personId" from session_booking where id = $1 and session_id = $2 and state = 'booked'`,
    [bookingId, sessionId],
  );
  if (!entry) throw new NotFound();
  assertRegisterOpen(session, ctx.now);
  return entry;
}
