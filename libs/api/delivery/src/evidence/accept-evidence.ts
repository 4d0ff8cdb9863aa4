import { Injectable } from '@nestjs/common';
import { Audit, changeOf, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import type { AcceptEvidenceRequest, EvidenceChecked } from '@lms/contracts';
import { evidenceProblems } from '@lms/domain';
import { decideEvidence, validUntilNow } from './decide-evidence.js';
import { evidenceSentences } from './evidence-sentences.js';
import { evidenceToCheck } from './evidence-to-check.js';

/** The card is what it says. From now on it counts, for as long as it lasts. */
@Injectable()
export class AcceptEvidence {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, id: string, request: AcceptEvidenceRequest): Promise<EvidenceChecked> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const sent = await evidenceToCheck(tx, ctx, id);
      const { issuedOn, expiresOn, note } = request;
      const { settings, validityMonths } = sent;
      const problems = evidenceProblems({ ...sent, issuedOn, expiresOn }, settings, {
        today: ctx.today,
        validityMonths,
      });
      if (problems.length > 0) throw new Invalid(evidenceSentences(problems));
      const corrected = issuedOn !== sent.issuedOn || expiresOn !== sent.expiresOn;
      if (corrected && note === '') {
        throw new Invalid([{ path: 'note', message: 'Say what you corrected, so that the learner understands it.' }]);
      }
      const { fresh, courseDone } = await decideEvidence(tx, ctx, id, {
        outcome: 'accepted',
        issuedOn,
        expiresOn,
        note,
      });
      if (fresh) {
        await this.audit.append(tx, ctx, {
          action: 'evidence.accept',
          targetType: 'activity',
          targetId: sent.activityId,
          detail: { personId: sent.personId, submissionId: id, corrected },
        });
      }
      return { state: 'accepted', courseDone, validUntil: await validUntilNow(tx, id) };
    });
  }
}
