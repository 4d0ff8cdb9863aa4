import { Injectable } from '@nestjs/common';
import { Audit, changeOf, Conflict, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import { EndSessions } from '../sessions/end-sessions.js';
import { takeAwayFactors } from './take-away-factors.js';
import { TellOfReset } from './tell-of-reset.js';

/** Takes away every second factor of somebody who has lost theirs, signs them out everywhere, and tells them. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly endSessions: EndSessions,
    private readonly tell: TellOfReset,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, personId: string, reason: string): Promise<void> {
    if (personId === ctx.actor.personId)
      throw new Conflict('own-second-factor', 'Another administrator has to reset yours.');
    await this.transactions.run(changeOf(ctx), async (tx) => {
      if (!(await takeAwayFactors(tx, personId))) throw new NotFound('This person has no second factor.');
      await this.endSessions.all(tx, personId, 'second-factor-reset');
      await this.audit.append(tx, ctx, {
        ...{ action: 'second-factor.reset', targetType: 'person', targetId: personId },
        detail: { reason },
      });
      await this.tell.run(tx, ctx, personId);
    });
  }
}
