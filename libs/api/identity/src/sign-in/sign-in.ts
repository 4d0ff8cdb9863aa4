import { Injectable } from '@nestjs/common';
import { Clock, ProblemError, Transactions } from '@lms/api-platform';
import type { SignInRequest } from '@lms/contracts';
import { Passwords } from '../passwords/passwords.js';
import { type Device, StartSession } from '../sessions/start-session.js';
import type { SessionTokens } from '../sessions/tokens-of-session.js';
import { typedPin } from '../cards/draw-pin.js';
import { AttemptLimits } from './attempt-limits.js';
import { cardExpired } from './card-expired.js';
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
    // Several names may lead to one account: a PIN is too short to be tried by each of them.
    if (account) await this.limits.beforeAttempt(account.holderId, '');
    const typed = account?.pinUntil ? typedPin(request.password) : request.password;
    const matched = await this.passwords.matches(account?.hash ?? null, typed);
    if (!account || !matched) {
      await this.limits.afterFailure(request.name, address);
      if (account) await this.limits.afterFailure(account.holderId, '');
      throw new ProblemError(401, 'sign-in-failed', 'The name or the password is not right.');
    }
    if (account.pinUntil && account.pinUntil <= this.clock.now()) throw cardExpired();
    await this.limits.afterSuccess(request.name);
    await this.limits.afterSuccess(account.holderId);
    const change = { actorId: account.personId, at: this.clock.now() };
    return this.transactions.run(change, (tx) => this.startSession.run(tx, account.personId, device));
  }
}
