import { Injectable } from '@nestjs/common';
import { PeopleFacade } from '@lms/api-people';
import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { Consequences, Corrected, RecordCompletionRequest } from '@lms/contracts';
import { previewOf } from './preview.js';
import { record } from './record.js';

/** Records a completion by hand; with `replaces`, in the place of one that is wrong. */
@Injectable()
export class RecordCompletion {
  constructor(
    private readonly people: PeopleFacade,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async preview(ctx: Ctx, personId: string, request: RecordCompletionRequest): Promise<Consequences> {
    await this.people.assertInScope(ctx, personId);
    return previewOf(this.transactions, ctx, personId, (tx) => record(tx, ctx, personId, request));
  }

  async run(ctx: Ctx, personId: string, request: RecordCompletionRequest): Promise<Corrected> {
    await this.people.assertInScope(ctx, personId);
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const made = await record(tx, ctx, personId, request);
      if (made !== null) {
        const { courseId, completedOn, replaces } = request;
        await this.audit.append(tx, ctx, {
          action: replaces ? 'completion.correct' : 'completion.record',
          targetType: 'person',
          targetId: personId,
          detail: { seq: made, courseId, completedOn, replaces: replaces?.seq ?? null },
        });
      }
      return { seq: made };
    });
  }
}
