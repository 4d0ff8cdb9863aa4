import { Injectable } from '@nestjs/common';
import { Clock, Secrets, SignedOut, Transactions, type Tx } from '@lms/api-platform';
import { IsNull } from 'typeorm';
import { AccessTokens } from '../tokens/access-tokens.js';
import { successorOf, tokenHash } from '../tokens/opaque-tokens.js';
import { RefreshTokenEntity } from '../tokens/refresh-token.entity.js';
import { SessionEntity } from './session.entity.js';
import { sessionEnd } from './start-session.js';
import type { SessionTokens } from './tokens-of-session.js';

/** How long the immediate predecessor of a refresh token is still good for the same successor. */
export const GRACE_SECONDS = 30;

/**
 * Rotates a refresh token (RFC 9700, section 4.14.2). The immediate predecessor within the grace gets the same
 * successor; any later reuse means that somebody else holds a copy, and ends the whole session.
 */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly accessTokens: AccessTokens,
  ) {}

  async run(token: string): Promise<SessionTokens> {
    const tokens = await this.transactions.run({ actorId: null, at: this.clock.now() }, (tx) => this.rotate(tx, token));
    if (!tokens) throw new SignedOut();
    return tokens;
  }

  private async rotate(tx: Tx, token: string): Promise<SessionTokens | undefined> {
    const now = this.clock.now();
    const known = await tx.findOneBy(RefreshTokenEntity, { hash: tokenHash(token) });
    if (!known) return undefined;
    // The session's row puts two refreshes at once in order; what was read before the lock is read again.
    const session = await tx.findOne(SessionEntity, {
      where: { id: known.sessionId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!session || session.endedAt || session.expiresAt <= now) return undefined;
    const current = await tx.findOneByOrFail(RefreshTokenEntity, { hash: known.hash });
    const successor = successorOf(token, this.secrets.key('refresh-successor'));
    if (current.usedAt === null) {
      await tx.update(RefreshTokenEntity, { hash: current.hash }, { usedAt: now });
      await tx.insert(RefreshTokenEntity, { hash: tokenHash(successor), sessionId: session.id, issuedAt: now });
      await tx.update(SessionEntity, { id: session.id }, { lastUsedAt: now, expiresAt: sessionEnd(now) });
    } else if (!(await this.isGrace(tx, current.usedAt, successor, now))) {
      await tx.update(SessionEntity, { id: session.id }, { endedAt: now, endReason: 'token-reused' });
      return undefined;
    }
    const access = this.accessTokens.sign({ sub: session.personId, sid: session.id });
    return { personId: session.personId, sessionId: session.id, access, refresh: successor };
  }

  private async isGrace(tx: Tx, usedAt: Date, successor: string, now: Date): Promise<boolean> {
    if (now.getTime() - usedAt.getTime() > GRACE_SECONDS * 1000) return false;
    // Immediate: nobody has gone on from the successor yet.
    return tx.existsBy(RefreshTokenEntity, { hash: tokenHash(successor), usedAt: IsNull() });
  }
}
