import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@lms/api-platform';
import { EndSessions } from '../sessions/end-sessions.js';
import { FindAccount } from '../sign-in/find-account.js';
import { takeAwayFactors } from './take-away-factors.js';

/** For the only administrator who has lost their second factor: whoever may use the machine takes it away. */
@Injectable()
export class ResetByCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly findAccount: FindAccount,
    private readonly endSessions: EndSessions,
    private readonly clock: Clock,
  ) {}

  /** Whose it was; null when nobody signs in like that, or they have none. */
  async run(signInName: string): Promise<string | null> {
    const account = await this.findAccount.run(signInName);
    if (!account) return null;
    const at = this.clock.now();
    return this.transactions.run({ actorId: null, at }, async (tx) => {
      if (!(await takeAwayFactors(tx, account.personId))) return null;
      await this.endSessions.all(tx, account.personId, 'second-factor-reset');
      await tx.query(
        `insert into audit_event (at, action, target_type, target_id, detail) values ($1, 'second-factor.reset', 'person', $2, $3)`,
        [at, account.personId, JSON.stringify({ by: 'command line' })],
      );
      return account.name;
    });
  }
}
