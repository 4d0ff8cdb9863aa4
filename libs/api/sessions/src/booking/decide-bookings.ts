import { type Ctx, Forbidden, NotFound, type Tx } from '@lms/api-platform';
import type { PersonBooked, PreviewBookings } from '@lms/contracts';
import { type Booked, bookingOutcomes } from '@lms/domain';
import type { LockedSession } from '../shared/lock-session.js';
import { candidatesOf, type KnownCandidate } from './candidates.js';

/** What becomes of one of those who were asked for. */
export interface Decided {
  candidate: KnownCandidate;
  booked: Booked | { outcome: 'cancelled' };
}

/** NotFound where one of them is not seen; Forbidden where the actor sees them and may not ask them to learn. */
export async function decideBookings(
  tx: Tx,
  ctx: Ctx,
  session: LockedSession,
  { personIds, despite, key = null }: PreviewBookings & { key?: string | null },
): Promise<Decided[]> {
  const asked = [...new Set(personIds)];
  const candidates = await candidatesOf(tx, ctx, { sessionId: session.id, personIds: asked, key });
  if (candidates.length !== asked.length) throw new NotFound();
  const others = asked.some((personId) => personId !== ctx.actor.personId);
  if (others && !ctx.actor.permissions.has('assignments.write')) throw new Forbidden();
  const undone = candidates.filter((candidate) => candidate.undone && !candidate.held);
  const open = candidates.filter((candidate) => !undone.includes(candidate));
  const { capacity, booked, waiting, startsAt, endsAt } = session;
  const span = { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
  const outcomes = bookingOutcomes(open, { session: span, capacity, booked, waiting }, new Set(despite));
  return candidates.map((candidate) => ({
    candidate,
    booked: outcomes[open.indexOf(candidate)] ?? { outcome: 'cancelled' },
  }));
}

/** As the contract has it. `bookingId`: of what was booked just now; whoever sends a key again reads what it booked. */
export function shownDecision(
  { candidate, booked }: Decided,
  given: { key: string | null; by: string; bookingId: string | null },
): PersonBooked {
  const { personId, name, held } = candidate;
  const ours = held !== null && held.key === given.key && held.bookedBy === given.by;
  return {
    personId,
    name,
    outcome: ours ? held.state : booked.outcome,
    bookingId: held?.id ?? given.bookingId,
    turn: 'turn' in booked ? booked.turn : null,
    validUntil: booked.outcome === 'valid' ? booked.until : null,
    clash:
      booked.outcome === 'clash'
        ? {
            startsAt: new Date(booked.with.startsAt).toISOString(),
            endsAt: new Date(booked.with.endsAt).toISOString(),
          }
        : null,
  };
}
