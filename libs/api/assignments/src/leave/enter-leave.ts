import { Conflict, type Ctx, Invalid, NotFound, type Tx } from '@lms/api-platform';
import type { SaveLeaveRequest } from '@lms/contracts';
import { settle } from '../cycles/settle.js';
import { followTasks, openPathsOf } from '../paths/follow-tasks.js';
import { lockChangedPerson } from '../person/changed-person.js';

export interface Engaged {
  engagementId: string;
  personId: string;
  startsOn: string;
  endsOn: string | null;
}

/** An engagement that the actor sees; $1 which, $2 who asks, $3 today. */
const ENGAGED = `
  select e.id as "engagementId", e.person_id as "personId", e.starts_on::text as "startsOn", e.ends_on::text as "endsOn"
  from engagement e where e.id = $1 and e.id in (select engagements_in_scope($2, $3))`;

/** The engagement whose leave is changed, with its person's lock. NotFound out of scope. */
export async function lockEngaged(tx: Tx, ctx: Ctx, engagementId: string): Promise<Engaged> {
  const rows: Engaged[] = await tx.query(ENGAGED, [engagementId, ctx.actor.personId, ctx.today]);
  const engaged = rows[0];
  if (!engaged) throw new NotFound();
  await lockChangedPerson(tx, ctx, engaged.personId);
  return engaged;
}

export async function storedLeave(tx: Tx, id: string): Promise<{ engagementId: string; version: number }> {
  const rows: { engagementId: string; version: number }[] = await tx.query(
    `select engagement_id as "engagementId", version from leave_of_absence where id = $1 and withdrawn_at is null for update`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** Enters leave, and what is due waits for it. */
export async function enterLeave(
  tx: Tx,
  ctx: Ctx,
  engaged: Engaged,
  { id, ...leave }: SaveLeaveRequest & { id: string },
): Promise<void> {
  await assertFits(tx, engaged, id, leave);
  await tx.query(
    `insert into leave_of_absence (id, engagement_id, from_on, to_on, note, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, engaged.engagementId, leave.fromOn, leave.toOn, leave.note, ctx.actor.personId, ctx.now],
  );
  await followLeave(tx, ctx, engaged);
}

/** The same for leave that was entered before. */
export async function moveLeave(
  tx: Tx,
  ctx: Ctx,
  engaged: Engaged,
  { id, ...leave }: SaveLeaveRequest & { id: string },
): Promise<void> {
  await assertFits(tx, engaged, id, leave);
  await tx.query(
    'update leave_of_absence set from_on = $2, to_on = $3, note = $4, version = version + 1 where id = $1',
    [id, leave.fromOn, leave.toOn, leave.note],
  );
  await followLeave(tx, ctx, engaged);
}

/** Works out anew what the person owes, and by when others have to do their tasks. */
export async function followLeave(tx: Tx, ctx: Ctx, { personId, engagementId }: Engaged): Promise<void> {
  const given = { at: ctx.now, today: ctx.today };
  await settle(tx, given, [personId]);
  await followTasks(tx, given, await openPathsOf(tx, engagementId));
}

async function assertFits(
  tx: Tx,
  { engagementId, startsOn, endsOn }: Engaged,
  id: string,
  leave: SaveLeaveRequest,
): Promise<void> {
  if (leave.fromOn < startsOn || (endsOn !== null && leave.toOn > endsOn)) {
    throw new Invalid([{ path: 'fromOn', message: 'Leave lies within the engagement.' }]);
  }
  const other: object[] = await tx.query(
    `select from leave_of_absence where engagement_id = $1 and id <> $2 and withdrawn_at is null
       and daterange(from_on, to_on, '[]') && daterange($3, $4, '[]')`,
    [engagementId, id, leave.fromOn, leave.toOn],
  );
  if (other.length > 0) throw new Conflict('away-already', 'There is leave for some of these days already.');
}
