import { Injectable } from '@nestjs/common';
import { changeOf, type Ctx, Transactions } from '@lms/api-platform';
import { lockDraft } from './lock-draft.js';

/** Throws a draft and its photos away. A request that was asked stays in the list. */
@Injectable()
export class DropAssessment {
  constructor(private readonly transactions: Transactions) {}

  run(ctx: Ctx, id: string): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      await lockDraft(tx, ctx, id);
      await tx.query('delete from practical_photo where assessment_id = $1', [id]);
      await tx.query('delete from practical_draft where id = $1', [id]);
    });
  }
}
