import { Conflict, type Ctx, NotFound, type Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';
import { candidatesOf } from '../booking/candidates.js';
import { writeBookings } from '../booking/write-bookings.js';

const HELD = `
  select id, state from session_booking where session_id = $1 and person_id = $2 and state <> 'cancelled'`;
const LET_IN = `
  update session_booking set state = 'booked', walk_in = true, moved_up_at = $2, version = version + 1 where id = $1`;

/**
 * The place of somebody who is there: their own, or one that they have by being there, also where the session is full or they
 * were waiting. NotFound for somebody who has no booking and whom the actor does not see.
 */
export async function comeIn(
  tx: Tx,
  ctx: Ctx,
  sessionId: string,
  personId: string,
): Promise<{ bookingId: string; walkIn: boolean }> {
  const [held]: { id: string; state: string }[] = await tx.query(HELD, [sessionId, personId]);
  if (held?.state === 'booked') return { bookingId: held.id, walkIn: false };
  if (held) {
    await tx.query(LET_IN, [held.id, ctx.now]);
    return { bookingId: held.id, walkIn: true };
  }
  const [candidate] = await candidatesOf(tx, ctx, { sessionId, personIds: [personId], key: null });
  if (!candidate) throw new NotFound();
  const { engagementId, open, trains } = candidate;
  if (engagementId === null || !open || trains)
    throw new Conflict('not-bookable', 'It is not for people of their employer on that day.');
  const ids = await writeBookings(tx, ctx, { sessionId, key: uuid(), walkIn: true }, [
    { personId, engagementId, state: 'booked' },
  ]);
  return { bookingId: ids.get(personId) ?? '', walkIn: true };
}
