import type { Ctx, Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';

export interface SeenInPerson {
  activityId: string;
  personIds: readonly string[];
  completedOn: string;
  note: string;
}

/** What the record has of somebody now: the attempt that this made; null where it was recorded for that day already. */
export interface RecordedInPerson {
  personId: string;
  attemptId: string | null;
}

/** Records that people did something before the actor's eyes, all of them in one statement. Who may say so is asked before. */
export async function recordPeople(tx: Tx, ctx: Ctx, seen: SeenInPerson): Promise<RecordedInPerson[]> {
  const rows = [...new Set(seen.personIds)].map((personId) => ({ id: uuid(), attemptId: uuid(), personId }));
  if (rows.length === 0) return [];
  const [answer]: { recorded: boolean[] }[] = await tx.query(
    'select record_people_in_person($1, $2, $3, $4, $5, $6, $7, $8) as recorded',
    [
      rows.map(({ id }) => id),
      rows.map(({ attemptId }) => attemptId),
      rows.map(({ personId }) => personId),
      ...[seen.activityId, ctx.actor.personId, seen.completedOn, seen.note, ctx.now],
    ],
  );
  return rows.map(({ personId, attemptId }, at) => ({
    personId,
    attemptId: answer?.recorded[at] ? attemptId : null,
  }));
}
