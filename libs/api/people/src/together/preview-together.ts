import { changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { BulkChangeRequest, BulkPreview } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { planTogether } from './plan-together.js';

/** What a change to many people would do, name by name. Changes nothing. */
@Injectable()
export class PreviewTogether {
  constructor(private readonly transactions: Transactions) {}

  run(ctx: Ctx, request: BulkChangeRequest): Promise<BulkPreview> {
    return this.transactions.run(changeOf(ctx), async (tx) => (await planTogether(tx, ctx, request)).preview);
  }
}
