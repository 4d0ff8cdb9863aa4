import type { LocalDate } from '../calendar/local-date.js';
import { overlap, type Span } from './check-in.js';

/** What is known of somebody who may be booked. */
export interface Candidate {
  /** Their booking of this session, if they have one: on the waiting list with their turn. */
  readonly booking: { readonly turn: number | null } | null;
  readonly trains: boolean;
  /** Employed on the day, and by an organisation that the session is for. */
  readonly engaged: boolean;
  readonly open: boolean;
  readonly onLeave: boolean;
  /** The course counts that day beyond its renewal window: until when, null for life. Null as a whole: it does not. */
  readonly valid: { readonly until: LocalDate | null } | null;
  /** Other sessions that they are booked for or train. */
  readonly others: readonly Span[];
}

interface Room {
  readonly session: Span;
  /** Null: as many as like. */
  readonly capacity: number | null;
  readonly booked: number;
  readonly waiting: number;
}

/** What may be passed over. */
type Doubt = 'valid' | 'leave';

export type Booked =
  | { readonly outcome: 'booked' }
  | { readonly outcome: 'waiting'; readonly turn: number }
  | { readonly outcome: 'already'; readonly turn: number | null }
  | { readonly outcome: 'clash'; readonly with: Span }
  | { readonly outcome: 'valid'; readonly until: LocalDate | null }
  | { readonly outcome: 'leave' | 'not-engaged' | 'not-open' | 'trains' };

/**
 * What becomes of each, in the order in which they are given: places as long as there are, then turns on the waiting list.
 * While somebody waits nobody passes them. Who is left as they are takes no place.
 */
export function bookingOutcomes(candidates: readonly Candidate[], room: Room, despite: ReadonlySet<Doubt>): Booked[] {
  let { booked, waiting } = room;
  return candidates.map((candidate) => {
    const kept = inTheWay(candidate, room.session, despite);
    if (kept) return kept;
    if (hasPlace({ ...room, booked, waiting })) {
      booked += 1;
      return { outcome: 'booked' };
    }
    waiting += 1;
    return { outcome: 'waiting', turn: waiting };
  });
}

/** A place for one more: none while somebody waits. */
const hasPlace = ({ capacity, booked, waiting }: Omit<Room, 'session'>): boolean =>
  capacity === null || (waiting === 0 && booked < capacity);

function inTheWay(candidate: Candidate, session: Span, despite: ReadonlySet<Doubt>): Booked | null {
  const { booking, trains, engaged, open, onLeave, valid, others } = candidate;
  if (booking) return { outcome: 'already', turn: booking.turn };
  if (trains) return { outcome: 'trains' };
  if (!engaged) return { outcome: 'not-engaged' };
  if (!open) return { outcome: 'not-open' };
  const clash = others.find((other) => overlap(other, session));
  if (clash) return { outcome: 'clash', with: clash };
  if (onLeave && !despite.has('leave')) return { outcome: 'leave' };
  if (valid && !despite.has('valid')) return { outcome: 'valid', until: valid.until };
  return null;
}
