import { Injectable } from '@nestjs/common';
import { Clock, type MailLayout, Mails, Transactions } from '@lms/api-platform';
import { AttemptLimits } from '../sign-in/attempt-limits.js';
import { FindAccount } from '../sign-in/find-account.js';
import { OneTimeLinks } from './one-time-links.js';

/** Answers the same whether the name exists or not. */
@Injectable()
export class ForgottenPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly findAccount: FindAccount,
    private readonly links: OneTimeLinks,
    private readonly mails: Mails,
    private readonly limits: AttemptLimits,
    private readonly clock: Clock,
  ) {}

  async run(name: string, address: string): Promise<void> {
    const limited = `forgotten ${name}`;
    await this.limits.beforeAttempt(limited, address);
    await this.limits.afterFailure(limited, address);
    const account = await this.findAccount.run(name);
    const email = account?.email;
    if (!account || !email) return;
    const at = this.clock.now();
    await this.transactions.run({ actorId: account.personId, at }, async (tx) => {
      const { url } = await this.links.make(tx, account.holderId, 'reset');
      const layout: MailLayout = {
        greeting: `Hello ${account.knownAs},`,
        paragraphs: ['Somebody, most likely you, asked to set a new password on {brand}.'],
        action: { label: 'Set a new password', url },
        closing: 'The link works once, for an hour. If it was not you, nothing has changed and you need do nothing.',
      };
      await this.mails.write(tx, at, { personId: account.personId, to: email, subject: 'Set a new password', layout });
    });
  }
}
