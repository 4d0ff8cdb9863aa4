import { Injectable } from '@nestjs/common';
import { assertUnchanged, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { SaveAssessmentRequest, SavedAssessment } from '@lms/contracts';
import { ownResults } from './own-results.js';
import { lockDraft } from './lock-draft.js';
import { signingOf } from './sign-basis.js';

/** Keeps what the assessor has seen so far. Two devices of one assessor cannot overwrite each other in silence. */
@Injectable()
export class SaveAssessment {
  constructor(private readonly transactions: Transactions) {}

  run(ctx: Ctx, id: string, seen: number, request: SaveAssessmentRequest): Promise<SavedAssessment> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const draft = await lockDraft(tx, ctx, id);
      const { settings } = await signingOf(tx, ctx, draft.personId, draft.activityId);
      assertUnchanged(seen, draft.version);
      await tx.query(
        'update practical_draft set results = $2, note = $3, version = version + 1, updated_at = $4 where id = $1',
        [id, JSON.stringify(ownResults(settings.items, request.results)), request.note, ctx.now],
      );
      return { version: draft.version + 1 };
    });
  }
}
