import {
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  databaseErrorOf,
  Forbidden,
  Jobs,
  NotFound,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { PreviewErasure } from './preview-erasure.js';
import { assertErasable, factsChanged } from './refusals.js';

interface Open {
  personId: string;
  override: string;
  proposedBy: string;
}

/** A second person applies a proposal or refuses it; whoever made it can take it back. */
@Injectable()
export class DecideErasure {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly preview: PreviewErasure,
  ) {}

  /** Does what was previewed, all of it or nothing. Conflict `facts-changed`, `erasure-…` or `decided`; 403 for one’s own. */
  async approve(ctx: Ctx, id: string): Promise<void> {
    try {
      await this.transactions.run(changeOf(ctx), async (tx) => {
        const { personId, override } = await this.second(tx, ctx, id);
        const { blocks } = await this.preview.look(tx, ctx, personId);
        assertErasable(blocks, override);
        await this.say(tx, ctx, personId, id, 'apply');
        await tx.query('select apply_erasure($1, $2, $3, $4)', [id, ctx.actor.personId, ctx.today, ctx.now]);
        await this.jobs.send(tx, 'forget-files', { id });
      });
    } catch (error) {
      const code = databaseErrorOf(error)?.code;
      if (code === 'LM011') throw factsChanged();
      // It came between the look and the lock.
      if (code === 'LM010') throw new Conflict('decided', 'This cannot be done as things stand now. Look again.');
      throw error;
    }
  }

  refuse(ctx: Ctx, id: string, note: string): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const { personId } = await this.second(tx, ctx, id);
      await this.end(tx, ctx, id, 'refused', note);
      await this.say(tx, ctx, personId, id, 'refuse');
    });
  }

  withdraw(ctx: Ctx, id: string): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const { personId, proposedBy } = await this.open(tx, id);
      if (proposedBy !== ctx.actor.personId) throw new Forbidden('not-yours', 'Somebody else proposed this.');
      await this.end(tx, ctx, id, 'withdrawn', '');
      await this.say(tx, ctx, personId, id, 'withdraw');
    });
  }

  private async open(tx: Tx, id: string): Promise<Open> {
    const [found]: (Open & { state: string })[] = await tx.query(
      `select person_id as "personId", override, proposed_by as "proposedBy", state from erasure where id = $1 for update`,
      [id],
    );
    if (!found) throw new NotFound();
    if (found.state !== 'proposed') throw new Conflict('decided', 'This has been decided already.');
    return found;
  }

  private async second(tx: Tx, ctx: Ctx, id: string): Promise<Open> {
    const found = await this.open(tx, id);
    if (found.proposedBy === ctx.actor.personId) {
      throw new Forbidden('own-proposal', 'You proposed this. Somebody else decides.');
    }
    return found;
  }

  private async end(tx: Tx, ctx: Ctx, id: string, state: 'refused' | 'withdrawn', note: string): Promise<void> {
    await tx.query(
      'update erasure set state = $2, decision = $3, decided_by = $4, decided_at = $5, version = version + 1 where id = $1',
      [id, state, note, ctx.actor.personId, ctx.now],
    );
  }

  private say(tx: Tx, ctx: Ctx, personId: string, erasureId: string, verb: string): Promise<void> {
    const target = { targetType: 'person', targetId: personId };
    return this.audit.append(tx, ctx, { action: `erasure.${verb}`, ...target, detail: { erasureId } });
  }
}
