import { Injectable } from '@nestjs/common';
import { Audit, changeOf, Conflict, type Ctx, NotFound, Transactions, type Tx } from '@lms/api-platform';
import { EndSessions } from '../sessions/end-sessions.js';
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
      if (!(await takeAway(tx, personId))) throw new NotFound('This person has no second factor.');
      await this.endSessions.all(tx, personId, 'second-factor-reset');
      await this.audit.append(tx, ctx, {
        ...{ action: 'second-factor.reset', targetType: 'person', targetId: personId },
        detail: { reason },
      });
      await this.tell.run(tx, ctx, personId);
    });
  }
}

async function takeAway(tx: Tx, personId: string): Promise<boolean> {
  const [row]: { n: number }[] = await tx.query(
    `with app as (delete from authenticator_app where person_id = $1 returning 1),
       keys as (delete from passkey where person_id = $1 returning 1),
       codes as (delete from recovery_code where person_id = $1 returning 1)
     select (select count(*) from app)::int + (select count(*) from keys)::int as n`,
    [personId],
  );
  return (row?.n ?? 0) > 0;
}
