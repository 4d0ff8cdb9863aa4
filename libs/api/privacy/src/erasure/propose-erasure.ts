import { Audit, changeOf, Conflict, type Ctx, Outbox, Transactions, violates } from '@lms/api-platform';
import type { Created, ProposeErasure as Request } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { PreviewErasure } from './preview-erasure.js';
import { assertErasable, factsChanged } from './refusals.js';

/** Proposes that a person is erased, as it was previewed; a second person decides. */
@Injectable()
export class ProposeErasure {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly preview: PreviewErasure,
  ) {}

  /** Conflict: `erasure-…` names what stands in the way, `facts-changed`, `proposed-already`. */
  async run(ctx: Ctx, id: string, { ground, reason, override, digest }: Request): Promise<Created> {
    const erasureId = uuid();
    try {
      await this.transactions.run(changeOf(ctx), async (tx) => {
        const seen = await this.preview.look(tx, ctx, id);
        assertErasable(seen.blocks, override);
        if (seen.digest !== digest) throw factsChanged();
        await tx.query(
          `insert into erasure (id, person_id, ground, reason, override, digest, counts, proposed_by, proposed_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            ...[erasureId, seen.personId, ground, reason, seen.blocks.includes('too-soon') ? override : '', digest],
            ...[JSON.stringify(seen.areas), ctx.actor.personId, ctx.now],
          ],
        );
        await this.audit.append(tx, ctx, {
          action: 'erasure.propose',
          targetType: 'person',
          targetId: seen.personId,
          detail: { erasureId, kind: ground },
        });
        await this.outbox.append(tx, ctx.now, {
          type: 'erasure.proposed',
          personId: seen.personId,
          payload: { erasureId, proposedBy: ctx.actor.personId },
        });
      });
    } catch (error) {
      if (!violates(error, 'erasure_open_key')) throw error;
      throw new Conflict('proposed-already', 'This has been proposed already and waits for a second person.');
    }
    return { id: erasureId };
  }
}
