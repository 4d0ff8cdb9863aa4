import { changeOf, type Ctx, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { ErasurePreview } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { personOf } from '../shared/person.js';
import { PICTURE } from './erasure.sql.js';

/** What an erasure would take away, what it would leave, and what stands in its way. Changes nothing. */
@Injectable()
export class PreviewErasure {
  constructor(private readonly transactions: Transactions) {}

  /** NotFound without such a person, or once they are erased. */
  run(ctx: Ctx, personId: string): Promise<ErasurePreview> {
    return this.transactions.run(changeOf(ctx), (tx) => this.look(tx, ctx, personId));
  }

  async look(tx: Tx, ctx: Ctx, id: string): Promise<ErasurePreview> {
    const { personId, entries } = await personOf(tx, id);
    const [seen]: ErasurePreview[] = await tx.query(PICTURE, [personId, ctx.today]);
    if (!seen) throw new NotFound();
    return entries.includes(ctx.actor.personId) ? { ...seen, blocks: [...seen.blocks, 'own'] } : seen;
  }
}
