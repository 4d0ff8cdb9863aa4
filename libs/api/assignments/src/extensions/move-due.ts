import type { Ctx, Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';
import { settle } from '../cycles/settle.js';

interface Moved {
  assignmentId: string;
  personId: string;
  before: string;
  after: string;
  reason: string;
}

/** More time for what is open, kept with who gave it and why. Whoever calls holds the person's lock. */
export async function moveDue(
  tx: Tx,
  ctx: Ctx,
  { assignmentId, personId, before, after, reason }: Moved,
): Promise<void> {
  await tx.query(
    `insert into due_extension (id, assignment_id, due_before, due_on, reason, by_id, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [uuid(), assignmentId, before, after, reason, ctx.actor.personId, ctx.now],
  );
  await tx.query('update assignment set extended_to = $2 where id = $1', [assignmentId, after]);
  await settle(tx, { at: ctx.now, today: ctx.today }, [personId]);
}
