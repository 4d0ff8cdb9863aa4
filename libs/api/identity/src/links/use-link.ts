import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@lms/api-platform';
import { Passwords } from '../passwords/passwords.js';
import { EndSessions } from '../sessions/end-sessions.js';
import { type Device, StartSession } from '../sessions/start-session.js';
import type { SessionTokens } from '../sessions/tokens-of-session.js';
import { OneTimeLinks } from './one-time-links.js';

/** Sets the password that a link allows to set, signs in, and ends whatever sign-ins there were before. */
@Injectable()
export class UseLink {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: OneTimeLinks,
    private readonly passwords: Passwords,
    private readonly endSessions: EndSessions,
    private readonly startSession: StartSession,
    private readonly clock: Clock,
  ) {}

  run(request: { token: string; password: string }, device: Device): Promise<SessionTokens> {
    const at = this.clock.now();
    return this.transactions.run({ actorId: null, at }, async (tx) => {
      const holderId = await this.links.use(tx, request.token);
      await this.passwords.set(tx, holderId, request.password, at);
      // The password stays with the entry whose name it belongs to; whoever it was merged into signs in.
      const [who]: { id: string }[] = await tx.query('select who_is($1) as id', [holderId]);
      const personId = who?.id ?? holderId;
      await this.endSessions.all(tx, personId, 'password-set');
      return this.startSession.run(tx, personId, device);
    });
  }
}
