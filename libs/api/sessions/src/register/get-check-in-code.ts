import { type Ctx, Transactions } from '@lms/api-platform';
import type { CheckInCode } from '@lms/contracts';
import { CODE_SECONDS } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { readKept } from '../shared/lock-session.js';
import { assertCheckInOpen, CheckInCodes } from './check-in-codes.js';

@Injectable()
export class GetCheckInCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: CheckInCodes,
  ) {}

  run(ctx: Ctx, id: string): Promise<CheckInCode> {
    return this.transactions.run({ actorId: ctx.actor.personId, at: ctx.now }, async (tx) => {
      const closesAt = assertCheckInOpen(await readKept(tx, ctx, id), ctx.now);
      const { code, changesAt } = this.codes.now(id, ctx.now);
      return {
        ...{ code, everySeconds: CODE_SECONDS },
        ...{ changesAt: changesAt.toISOString(), closesAt: closesAt.toISOString() },
      };
    });
  }
}
