import { Audit, changeOf, Conflict, type Ctx, Outbox, Transactions, type Tx } from '@lms/api-platform';
import type { Created, MergePair, MergePreview, MergeRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { pictureOfMerge, undoUntil } from './merge-picture.js';
import { assertMergeable } from './merge-rules.js';
import { tellMerge } from './tell-merge.js';

/** Carries what was seen out of a transaction that is undone. */
class Seen extends Error {
  constructor(readonly preview: MergePreview) {
    super('Undone on purpose');
  }
}

/** Two entries become one person: by an alias, so that no fact is rewritten. */
@Injectable()
export class MergePeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Merges, looks, and undoes it: what is shown is what will happen. */
  async preview(ctx: Ctx, pair: MergePair): Promise<MergePreview> {
    try {
      return await this.transactions.run(changeOf(ctx), async (tx) => {
        throw new Seen(await this.merge(tx, ctx, pair, { id: uuid(), note: '' }));
      });
    } catch (thrown) {
      if (thrown instanceof Seen) return thrown.preview;
      throw thrown;
    }
  }

  /** Conflict when it is not any more what was seen. */
  async run(ctx: Ctx, { keepId, mergeId, digest, note }: MergeRequest): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { digest: found } = await this.merge(tx, ctx, { keepId, mergeId }, { id, note });
      if (found !== digest) {
        throw new Conflict(
          'facts-changed',
          'Something about these two has changed since you looked. Look again first.',
        );
      }
      await this.audit.append(tx, ctx, {
        action: 'person.merge',
        targetType: 'person',
        targetId: keepId,
        detail: { mergeId: id, mergedId: mergeId, note },
      });
      await tellMerge(tx, ctx, this.outbox, { type: 'people.merged', personId: keepId, otherId: mergeId });
    });
    return { id };
  }

  private async merge(
    tx: Tx,
    ctx: Ctx,
    pair: MergePair,
    { id, note }: { id: string; note: string },
  ): Promise<MergePreview> {
    const { keepId, mergeId } = pair;
    // Before anything is looked at, so that two who merge the same two are one after the other.
    await tx.query('select lock_people(array[$1, $2]::uuid[])', [keepId, mergeId]);
    await assertMergeable(tx, ctx, pair);
    return pictureOfMerge(tx, ctx, pair, async () => {
      await tx.query('select merge_people($1, $2, $3, $4, $5, $6, $7, $8)', [
        id,
        mergeId,
        keepId,
        ctx.actor.personId,
        undoUntil(ctx.today),
        note,
        ctx.today,
        ctx.now,
      ]);
      await tx.query('select follow_merge($1)', [keepId]);
    });
  }
}
