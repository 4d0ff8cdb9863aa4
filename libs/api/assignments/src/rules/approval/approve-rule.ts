import { Audit, changeOf, Conflict, type Ctx, Forbidden, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { RuleVersion } from '@lms/contracts';
import { mayApprove } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { assertState, type LockedVersion, lockVersion } from '../versions/lock-version.js';
import { ReadRules } from '../versions/read-rules.js';

/** A preview is shown to a second person, who approves exactly that, or returns it with a reason. */
@Injectable()
export class ApproveRule {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly rules: ReadRules,
  ) {}

  propose(ctx: Ctx, id: string, previewId: string): Promise<RuleVersion> {
    return this.decide(ctx, id, 'propose', async (tx, version) => {
      assertState(version, 'draft');
      await assertPreviewOf(tx, version, previewId);
      await tx.query(
        `update rule_version set state = 'in-review', preview_id = $2, proposed_by = $3, proposed_at = $4, returned_reason = null
         where id = $1`,
        [id, previewId, ctx.actor.personId, ctx.now],
      );
    });
  }

  /** Forbidden `second-person-needed` for whoever wrote or proposed it. */
  approve(ctx: Ctx, id: string, previewId: string): Promise<RuleVersion> {
    return this.decide(ctx, id, 'approve', async (tx, version) => {
      assertState(version, 'in-review');
      if (version.previewId !== previewId) throw previewAgain();
      const authors = [version.createdBy, version.proposedBy ?? version.createdBy];
      if (authors.some((author) => !mayApprove(author, ctx.actor.personId))) {
        throw new Forbidden('second-person-needed', 'This comes from you, so somebody else has to approve it.');
      }
      await tx.query(`update rule_version set state = 'approved', approved_by = $2, approved_at = $3 where id = $1`, [
        id,
        ctx.actor.personId,
        ctx.now,
      ]);
    });
  }

  /** Back to a draft, also by whoever proposed it. */
  giveBack(ctx: Ctx, id: string, reason: string): Promise<RuleVersion> {
    return this.decide(ctx, id, 'return', async (tx, version) => {
      assertState(version, 'in-review', 'approved');
      await tx.query(
        `update rule_version set state = 'draft', returned_reason = $2, preview_id = null, proposed_by = null,
           proposed_at = null, approved_by = null, approved_at = null where id = $1`,
        [id, reason],
      );
    });
  }

  private async decide(
    ctx: Ctx,
    id: string,
    verb: string,
    work: (tx: Tx, version: LockedVersion) => Promise<void>,
  ): Promise<RuleVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await work(tx, await lockVersion(tx, id));
      await this.audit.append(tx, ctx, { action: `rule-version.${verb}`, targetType: 'rule version', targetId: id });
    });
    return this.rules.version(ctx, id);
  }
}

export const previewAgain = (): Conflict =>
  new Conflict(
    'preview-again',
    'The rule was edited, or previewed again, since this preview was made. Look at the new one.',
  );

export interface KeptPreview {
  digest: string;
  people: number;
  loses: number;
  onDate: string;
}

/** NotFound for a preview of something else; Conflict `preview-again` for one of an earlier edit. */
export async function assertPreviewOf(tx: Tx, version: LockedVersion, previewId: string): Promise<KeptPreview> {
  const rows: (KeptPreview & { seen: number })[] = await tx.query(
    `select digest, people, loses, seen, on_date::text as "onDate" from rule_preview where id = $1 and rule_version_id = $2`,
    [previewId, version.id],
  );
  const [preview] = rows;
  if (!preview) throw new NotFound();
  if (preview.seen !== version.version) throw previewAgain();
  return preview;
}
