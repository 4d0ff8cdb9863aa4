import { Injectable } from '@nestjs/common';
import { PeopleFacade } from '@lms/api-people';
import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { Consequences, Corrected, TakeBackRequest } from '@lms/contracts';
import { previewOf } from './preview.js';
import { revoke } from './revoke.js';

/** Takes a completion back, for a reason. What was recorded stays where it is. */
@Injectable()
export class TakeBack {
  constructor(
    private readonly people: PeopleFacade,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async preview(ctx: Ctx, personId: string, seq: number, request: TakeBackRequest): Promise<Consequences> {
    await this.people.assertInScope(ctx, personId);
    return previewOf(this.transactions, ctx, personId, (tx) => revoke(tx, ctx, personId, seq, request));
  }

  async run(ctx: Ctx, personId: string, seq: number, request: TakeBackRequest): Promise<Corrected> {
    await this.people.assertInScope(ctx, personId);
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const made = await revoke(tx, ctx, personId, seq, request);
      if (made !== null) {
        await this.audit.append(tx, ctx, {
          action: 'completion.take-back',
          targetType: 'person',
          targetId: personId,
          detail: { seq, reasonCode: request.reasonCode },
        });
      }
      return { seq: made };
    });
  }
}
