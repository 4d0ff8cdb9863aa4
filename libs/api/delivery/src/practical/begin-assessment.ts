import { Injectable } from '@nestjs/common';
import { Audit, changeOf, Conflict, type Ctx, Transactions, type Tx } from '@lms/api-platform';
import type { BeginAssessmentRequest, Created } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { signingOf } from './sign-basis.js';

/** Begins an assessment, asked for or not. The assessor's draft of the same attempt goes on, under its own id. */
@Injectable()
export class BeginAssessment {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, request: BeginAssessmentRequest): Promise<Created> {
    return this.transactions.run(changeOf(ctx), (tx) => this.begin(tx, ctx, request));
  }

  private async begin(tx: Tx, ctx: Ctx, { id, personId, activityId }: BeginAssessmentRequest): Promise<Created> {
    await signingOf(tx, ctx, personId, activityId);
    const attempt = await beginAttempt(tx, ctx, personId, activityId);
    if (attempt.state !== 'open') throw new Conflict('already-signed', 'This is signed already, and still counts.');
    await tx.query(
      `insert into practical_draft (id, attempt_id, person_id, assessor_id, started_at, updated_at)
       values ($1, $2, $3, $4, $5, $5) on conflict (attempt_id, assessor_id) do nothing`,
      [id, attempt.id, personId, ctx.actor.personId, ctx.now],
    );
    const rows: Created[] = await tx.query(
      'select id from practical_draft where attempt_id = $1 and assessor_id = $2',
      [attempt.id, ctx.actor.personId],
    );
    const begun = rows[0] ?? { id };
    await this.audit.append(tx, ctx, {
      action: 'practical.begin',
      targetType: 'activity',
      targetId: activityId,
      detail: { personId, assessmentId: begun.id },
    });
    return begun;
  }
}

/** Conflict `not-open` when the course is not taught in this version any more. */
export async function beginAttempt(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  activityId: string,
): Promise<{ id: string; state: string }> {
  const rows: { id: string | null; state: string }[] = await tx.query(
    'select t.id, t.state from begin_attempt($1, $2, $3, $4, $5) t',
    [uuid(), personId, activityId, ctx.now, ctx.today],
  );
  const found = rows[0];
  if (!found?.id) throw new Conflict('not-open', 'This version of the course cannot be begun any more.');
  return { id: found.id, state: found.state };
}
