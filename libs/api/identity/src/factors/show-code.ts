import { Injectable } from '@nestjs/common';
import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import { AttemptLimits } from '../sign-in/attempt-limits.js';
import { AuthenticatorApp } from './authenticator-app.js';
import { ConfirmSession } from './confirm-session.js';
import { factorLimit } from './factor-limit.js';
import { RecoveryCodeStore } from './recovery-codes.js';
import { wrongCode } from './wrong-code.js';

/** Confirms a session with six digits of the app, or with a recovery code, which is used up by it. */
@Injectable()
export class ShowCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: AttemptLimits,
    private readonly app: AuthenticatorApp,
    private readonly codes: RecoveryCodeStore,
    private readonly confirmSession: ConfirmSession,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, typed: string): Promise<void> {
    const limit = factorLimit(ctx);
    await this.limits.beforeAttempt(limit, '');
    const plain = typed.replace(/\s/g, '');
    const shown = await this.transactions.run(changeOf(ctx), async (tx) => {
      const digits = /^\d{6}$/.test(plain);
      const right = digits
        ? await this.app.take(tx, ctx, plain, { confirmed: true })
        : await this.codes.use(tx, ctx.actor.personId, plain, ctx.now);
      if (!right) return false;
      await this.confirmSession.run(tx, ctx);
      if (!digits)
        await this.audit.append(tx, ctx, {
          ...{ action: 'second-factor.recovery-code', targetType: 'person', targetId: ctx.actor.personId },
        });
      return true;
    });
    if (!shown) {
      await this.limits.afterFailure(limit, '');
      throw wrongCode();
    }
    await this.limits.afterSuccess(limit);
  }
}
