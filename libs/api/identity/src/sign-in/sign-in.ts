import { Injectable } from '@nestjs/common';
import { Clock, ProblemError, Transactions } from '@lms/api-platform';
import type { SignInRequest } from '@lms/contracts';
import { Passwords } from '../passwords/passwords.js';
import { type Device, StartSession } from '../sessions/start-session.js';
import type { SessionTokens } from '../sessions/tokens-of-session.js';
import { AttemptLimits } from './attempt-limits.js';
import { FindAccount } from './find-account.js';

@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly findAccount: FindAccount,
    private readonly passwords: Passwords,
    private readonly limits: AttemptLimits,
    private readonly startSession: StartSession,
    private readonly clock: Clock,
  ) {}

  /** One sentence for every way it can fail: which names exist is nobody's business. */
  async run(request: SignInRequest, address: string, device: Device): Promise<SessionTokens> {
    await this.limits.beforeAttempt(request.name, address);
    const account = await this.findAccount.run(request.name);
    const matched = await this.passwords.matches(account?.hash ?? null, request.password);
    if (!account || !matched) {
      await this.limits.afterFailure(request.name, address);
      throw new ProblemError(401, 'sign-in-failed', 'The name or the password is not right.');
    }
    await this.limits.afterSuccess(request.name);
    const change = { actorId: account.personId, at: this.clock.now() };
    return this.transactions.run(change, (tx) => this.startSession.run(tx, account.personId, device));
  }
}
