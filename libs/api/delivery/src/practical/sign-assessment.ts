import { Injectable } from '@nestjs/common';
import { Audit, changeOf, Conflict, type Ctx, Invalid, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { SignAssessmentRequest, SignedAssessment } from '@lms/contracts';
import { practicalOutcome } from '@lms/domain';
import { lockDraft } from './lock-draft.js';
import { ownResults } from './own-results.js';
import { signingOf } from './sign-basis.js';

interface Signed {
  outcome: 'signed' | 'closed';
  courseDone?: boolean;
}

/** Makes a fact of a draft: who saw whom do what, and whether it was enough. The same signature twice is one. */
@Injectable()
export class SignAssessment {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, id: string, request: SignAssessmentRequest): Promise<SignedAssessment> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const before = await signedBefore(tx, ctx, id);
      return before ?? (await this.sign(tx, ctx, id, request));
    });
  }

  private async sign(tx: Tx, ctx: Ctx, id: string, request: SignAssessmentRequest): Promise<SignedAssessment> {
    const draft = await lockDraft(tx, ctx, id);
    const { basis, settings } = await signingOf(tx, ctx, draft.personId, draft.activityId).catch(
      async (error: unknown) => {
        // Who was asked is asked no more once somebody else has signed, and no longer sees the learner.
        if (error instanceof NotFound && (await isSigned(tx, draft.attemptId))) throw signedMeanwhile();
        throw error;
      },
    );
    const results = ownResults(settings.items, request.results);
    const { open, passed } = practicalOutcome(settings.items, results);
    if (passed === null) {
      const fields = open.map((itemId) => ({ path: `results.${itemId}`, message: 'Say whether this is met.' }));
      throw new Invalid(fields, 'Every item needs an answer before you sign.');
    }
    const [row]: { answer: Signed | null }[] = await tx.query(
      'select sign_practical($1, $2, $3, $4, $5, $6, $7, $8) as answer',
      [id, ctx.actor.personId, basis, passed, JSON.stringify(results), request.note, ctx.now, ctx.today],
    );
    if (row?.answer?.outcome === 'closed') {
      throw signedMeanwhile();
    }
    await this.audit.append(tx, ctx, {
      action: 'practical.sign',
      targetType: 'activity',
      targetId: draft.activityId,
      detail: { personId: draft.personId, assessmentId: id, passed, basis },
    });
    return { id, passed, courseDone: row?.answer?.courseDone === true };
  }
}

const signedMeanwhile = (): Conflict => new Conflict('already-signed', 'Somebody else has signed this meanwhile.');

async function isSigned(tx: Tx, attemptId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select from practical_sign_off where attempt_id = $1 limit 1', [attemptId]);
  return rows.length > 0;
}

/** Undefined while it is a draft. NotFound when it is neither. */
async function signedBefore(tx: Tx, ctx: Ctx, id: string): Promise<SignedAssessment | undefined> {
  // Waits for a signature that is being written under the same id.
  const drafts: unknown[] = await tx.query(
    'select id from practical_draft where id = $1 and assessor_id = $2 for update',
    [id, ctx.actor.personId],
  );
  if (drafts.length > 0) return undefined;
  const rows: { passed: boolean; courseDone: boolean }[] = await tx.query(
    `select s.passed, s.passed and exists (
         select from ledger_entry l join attempt t on t.id = s.attempt_id
         where l.person_id = any (persons_as(who_is(s.person_id))) and l.course_id = t.course_id and l.kind = 'completion' and l.recorded_at >= t.done_at
       ) as "courseDone"
     from practical_sign_off s where s.id = $1 and s.assessor_id = $2`,
    [id, ctx.actor.personId],
  );
  if (!rows[0]) throw new NotFound();
  return { id, ...rows[0] };
}
