import { Conflict, type Ctx, NotFound, type Tx } from '@lms/api-platform';
import { SESSION_KEPT } from './session-seen.sql.js';

/** A session that is held until the end of the transaction: places are given one after the other. */
export interface LockedSession {
  id: string;
  version: number;
  state: 'planned' | 'held' | 'cancelled';
  form: 'classroom' | 'webinar' | 'toolbox-talk';
  courseId: string;
  activityId: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  joinUrl: string | null;
  capacity: number | null;
  booked: number;
  waiting: number;
  /** The reader trains it, or belongs to the People Team. */
  kept: boolean;
}

const LOCK = 'select from training_session where id = $1 for update';
/** After the lock, so that it counts what whoever held it before has booked. */
const READ = `
  select s.id, s.version, s.state, s.form, s.course_id as "courseId", s.activity_id as "activityId", s.starts_at as "startsAt",
    s.ends_at as "endsAt", s.place, s.join_url as "joinUrl", s.capacity,
    (select count(*)::int from session_booking b where b.session_id = s.id and b.state = 'booked') as booked,
    (select count(*)::int from session_booking b where b.session_id = s.id and b.state = 'waiting') as waiting,
    ${SESSION_KEPT} as kept
  from training_session s where s.id = $3`;

export async function lockSession(tx: Tx, ctx: Ctx, id: string): Promise<LockedSession> {
  await tx.query(LOCK, [id]);
  return readSession(tx, ctx, id);
}

/** The same without holding it. */
async function readSession(tx: Tx, ctx: Ctx, id: string): Promise<LockedSession> {
  const [session]: LockedSession[] = await tx.query(READ, [ctx.actor.personId, ctx.today, id]);
  if (!session) throw new NotFound();
  return session;
}

/** For who trains it, and the People Team. */
export async function readKept(tx: Tx, ctx: Ctx, id: string): Promise<LockedSession> {
  const session = await readSession(tx, ctx, id);
  if (!session.kept) throw new NotFound();
  return session;
}

/** {@link readKept}, and holds it. */
export async function lockKept(tx: Tx, ctx: Ctx, id: string): Promise<LockedSession> {
  const session = await lockSession(tx, ctx, id);
  if (!session.kept) throw new NotFound();
  return session;
}

export function assertPlanned({ state }: Pick<LockedSession, 'state'>): void {
  if (state === 'held') throw new Conflict('not-planned', 'It has been held.');
  if (state === 'cancelled') throw new Conflict('not-planned', 'It was cancelled.');
}

/** Planned, and not begun. */
export function assertToCome(session: Pick<LockedSession, 'state' | 'startsAt'>, now: Date): void {
  assertPlanned(session);
  if (session.startsAt <= now) throw new Conflict('session-begun', 'It has begun.');
}
