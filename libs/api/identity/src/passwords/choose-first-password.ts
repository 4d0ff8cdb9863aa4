import { Injectable } from '@nestjs/common';
import { Audit, changeOf, Conflict, type Ctx, Invalid, Transactions, type Tx } from '@lms/api-platform';
import { ActorCache } from '../actors/actor-cache.js';
import { EndSessions } from '../sessions/end-sessions.js';
import { cardExpired } from '../sign-in/card-expired.js';
import { Passwords } from './passwords.js';

interface Given {
  holderId: string;
  hash: string;
  expired: boolean;
}

/** Puts a password of one's own in the place of one that was given; the other devices have to sign in again. */
@Injectable()
export class ChooseFirstPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly endSessions: EndSessions,
    private readonly cache: ActorCache,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, password: string): Promise<void> {
    const { personId, sessionId } = ctx.actor;
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const given = await givenPassword(tx, personId, ctx.now);
      if (!given) throw new Conflict('password-is-own', 'You have a password of your own. Change it in your account.');
      if (given.expired) throw cardExpired();
      if (await this.passwords.matches(given.hash, password))
        throw new Invalid([{ path: 'password', message: 'Choose another one than the one you were given.' }]);
      await this.passwords.set(tx, given.holderId, password, ctx.now);
      await this.endSessions.all(tx, personId, 'password-changed', sessionId);
      await this.audit.append(tx, ctx, { action: 'password.choose', targetType: 'person', targetId: personId });
    });
    this.cache.forget(sessionId);
  }
}

async function givenPassword(tx: Tx, personId: string, at: Date): Promise<Given | undefined> {
  const [given]: Given[] = await tx.query(
    `select person_id as "holderId", hash, coalesce(pin_until <= $2, false) as expired
     from password where person_id = any (persons_as($1)) and must_change for update`,
    [personId, at],
  );
  return given;
}
