import { Conflict, type Ctx, NotFound, type Tx } from '@lms/api-platform';

export interface Draft {
  id: string;
  version: number;
  personId: string;
  activityId: string;
  attemptId: string;
}

/**
 * The actor's own draft, until the transaction ends. NotFound when it is nobody's or somebody else's; Conflict
 * `already-signed` when it is one no more.
 */
export async function lockDraft(tx: Tx, ctx: Ctx, id: string): Promise<Draft> {
  const rows: Draft[] = await tx.query(
    `select d.id, d.version, d.person_id as "personId", t.activity_id as "activityId", t.id as "attemptId"
     from practical_draft d join attempt t on t.id = d.attempt_id
     where d.id = $1 and d.assessor_id = $2 for update of d`,
    [id, ctx.actor.personId],
  );
  if (rows[0]) return rows[0];
  const signed: unknown[] = await tx.query('select id from practical_sign_off where id = $1 and assessor_id = $2', [
    id,
    ctx.actor.personId,
  ]);
  if (signed.length > 0) throw new Conflict('already-signed', 'You have signed this. What is signed stays as it is.');
  throw new NotFound();
}
