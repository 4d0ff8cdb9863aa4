import { Injectable } from '@nestjs/common';
import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { EvidenceChecked, ReturnEvidenceRequest } from '@lms/contracts';
import { decideEvidence } from './decide-evidence.js';
import { evidenceToCheck } from './evidence-to-check.js';
import { TellReturned } from './tell-returned.js';

/** Something is missing or wrong: the learner is told what, and can send it again. */
@Injectable()
export class ReturnEvidence {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly tell: TellReturned,
  ) {}

  run(ctx: Ctx, id: string, { reason }: ReturnEvidenceRequest): Promise<EvidenceChecked> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const sent = await evidenceToCheck(tx, ctx, id);
      const { issuedOn, expiresOn } = sent;
      const { fresh } = await decideEvidence(tx, ctx, id, { outcome: 'returned', issuedOn, expiresOn, note: reason });
      if (fresh) {
        await this.tell.run(tx, ctx.now, { ...sent, id, reason });
        await this.audit.append(tx, ctx, {
          action: 'evidence.return',
          targetType: 'activity',
          targetId: sent.activityId,
          detail: { personId: sent.personId, submissionId: id },
        });
      }
      return { state: 'returned', courseDone: false, validUntil: null };
    });
  }
}
