import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@lms/api-platform';
import { v4 as uuid } from 'uuid';
import { AccessTokens } from '../tokens/access-tokens.js';
import { newToken, tokenHash } from '../tokens/opaque-tokens.js';
import { RefreshTokenEntity } from '../tokens/refresh-token.entity.js';
import { SessionEntity } from './session.entity.js';
import type { SessionTokens } from './tokens-of-session.js';

/** A sign-in that is not used for this long has to be done again. */
export const SESSION_DAYS = 30;
export const sessionEnd = (from: Date): Date => new Date(from.getTime() + SESSION_DAYS * 86_400_000);

export interface Device {
  client: 'browser' | 'api';
  /** The user agent as it calls itself, cut short; only ever shown to the person. */
  name: string;
}

@Injectable()
export class StartSession {
  constructor(
    private readonly clock: Clock,
    private readonly accessTokens: AccessTokens,
  ) {}

  async run(tx: Tx, personId: string, device: Device): Promise<SessionTokens> {
    const now = this.clock.now();
    const sessionId = uuid();
    const refresh = newToken();
    await tx.insert(SessionEntity, {
      id: sessionId,
      personId,
      client: device.client,
      device: device.name.slice(0, 300),
      createdAt: now,
      lastUsedAt: now,
      expiresAt: sessionEnd(now),
    });
    await tx.insert(RefreshTokenEntity, { hash: tokenHash(refresh), sessionId, issuedAt: now });
    return { personId, sessionId, access: this.accessTokens.sign({ sub: personId, sid: sessionId }), refresh };
  }
}
