import { Injectable } from '@nestjs/common';
import { Audit, changeOf, Conflict, type Ctx, Invalid, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { Created, SubmitEvidenceRequest } from '@lms/contracts';
import { evidenceProblems } from '@lms/domain';
import { beginAttempt } from '../practical/begin-assessment.js';
import { type EvidenceActivity, evidenceActivity } from './evidence-activity.js';
import { dayInWords, evidenceSentences } from './evidence-sentences.js';

/** Sends a card or certificate for checking. A newer one takes the place of one that still waits; the same id is one. */
@Injectable()
export class SubmitEvidence {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, request: SubmitEvidenceRequest): Promise<Created> {
    const activity = await evidenceActivity(this.sql, ctx, request.personId, request.activityId);
    if (activity.opensOn && activity.opensOn > ctx.today && activity.personId === ctx.actor.personId) {
      throw new Conflict('not-open-yet', `This opens on ${dayInWords(activity.opensOn)}.`);
    }
    return this.transactions.run(changeOf(ctx), (tx) => this.submit(tx, ctx, request, activity));
  }

  private async submit(
    tx: Tx,
    ctx: Ctx,
    request: SubmitEvidenceRequest,
    { settings, validityMonths }: EvidenceActivity,
  ): Promise<Created> {
    const { id, personId, activityId, issuer, number, issuedOn, expiresOn, fileId } = request;
    if (await sentBefore(tx, ctx, id)) return { id };
    await assertOwnFile(tx, ctx, fileId);
    const given = { issuer, number, issuedOn, expiresOn, hasFile: fileId !== null };
    const problems = evidenceProblems(given, settings, { today: ctx.today, validityMonths });
    if (problems.length > 0) throw new Invalid(evidenceSentences(problems));
    const attempt = await beginAttempt(tx, ctx, personId, activityId);
    // Whoever checks the one before holds it until they have decided.
    const locked: { state: string }[] = await tx.query('select state from attempt where id = $1 for update', [
      attempt.id,
    ]);
    if (locked[0]?.state !== 'open') {
      throw new Conflict('already-accepted', 'This was accepted already, and still counts.');
    }
    await tx.query(`update evidence_submission set state = 'replaced' where attempt_id = $1 and state = 'waiting'`, [
      attempt.id,
    ]);
    await tx.query(
      `insert into evidence_submission (id, attempt_id, person_id, issuer, number, issued_on, expires_on, file_id, submitted_by, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, attempt.id, personId, issuer, number, issuedOn, expiresOn, fileId, ctx.actor.personId, ctx.now],
    );
    await this.audit.append(tx, ctx, {
      action: 'evidence.send',
      targetType: 'activity',
      targetId: activityId,
      detail: { personId, submissionId: id },
    });
    return { id };
  }
}

async function sentBefore(tx: Tx, ctx: Ctx, id: string): Promise<boolean> {
  const rows: { submittedBy: string }[] = await tx.query(
    'select submitted_by as "submittedBy" from evidence_submission where id = $1',
    [id],
  );
  if (rows[0] && rows[0].submittedBy !== ctx.actor.personId) {
    throw new Conflict('already-exists', 'There is one like this already.');
  }
  return rows.length > 0;
}

/** Files are their sender's: an id that somebody learns of is no way to see what another person sent. */
async function assertOwnFile(tx: Tx, ctx: Ctx, fileId: string | null): Promise<void> {
  if (fileId === null) return;
  const rows: unknown[] = await tx.query('select id from evidence_file where id = $1 and added_by = $2', [
    fileId,
    ctx.actor.personId,
  ]);
  if (rows.length === 0) {
    throw new Invalid([{ path: 'fileId', message: 'The photo or file did not arrive. Add it again.' }]);
  }
}
