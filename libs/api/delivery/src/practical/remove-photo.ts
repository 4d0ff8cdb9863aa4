import { Injectable } from '@nestjs/common';
import { changeOf, type Ctx, Transactions } from '@lms/api-platform';
import { lockDraft } from './lock-draft.js';

/** Takes a photo off a draft. */
@Injectable()
export class RemovePhoto {
  constructor(private readonly transactions: Transactions) {}

  run(ctx: Ctx, id: string, photoId: string): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      await lockDraft(tx, ctx, id);
      await tx.query('delete from practical_photo where assessment_id = $1 and id = $2', [id, photoId]);
    });
  }
}
