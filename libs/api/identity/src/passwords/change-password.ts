import { Injectable } from '@nestjs/common';
import { Audit, changeOf, type Ctx, Invalid, Sql, Transactions } from '@lms/api-platform';
import { EndSessions } from '../sessions/end-sessions.js';
import { AttemptLimits } from '../sign-in/attempt-limits.js';
import { Passwords } from './passwords.js';

/** The other devices have to sign in again; this one stays. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly endSessions: EndSessions,
    private readonly limits: AttemptLimits,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, request: { current: string; password: string }): Promise<void> {
    const { personId, sessionId } = ctx.actor;
    await this.limits.beforeAttempt(personId, '');
    const stored = await this.sql.row<{ hash: string }>(
      'password-of',
      'select hash from password where person_id = $1',
      [personId],
    );
    if (!(await this.passwords.matches(stored?.hash ?? null, request.current))) {
      await this.limits.afterFailure(personId, '');
      throw new Invalid([{ path: 'current', message: 'This is not your current password' }]);
    }
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await this.passwords.set(tx, personId, request.password, ctx.now);
      await this.endSessions.all(tx, personId, 'password-changed', sessionId);
      await this.audit.append(tx, ctx, { action: 'password.change', targetType: 'person', targetId: personId });
    });
  }
}
