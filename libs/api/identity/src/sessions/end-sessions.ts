import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@lms/api-platform';
import { In, IsNull, Not } from 'typeorm';
import { ActorCache } from '../actors/actor-cache.js';
import { SessionEntity } from './session.entity.js';

/** Ends sign-ins. This process knows at once; the others within the life of their cache. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly clock: Clock,
    private readonly cache: ActorCache,
  ) {}

  /** False when the person has no such session. */
  async one(tx: Tx, personId: string, sessionId: string, reason: string): Promise<boolean> {
    const change = { endedAt: this.clock.now(), endReason: reason };
    const result = await tx.update(SessionEntity, { id: sessionId, personId, endedAt: IsNull() }, change);
    this.cache.forget(sessionId);
    return (result.affected ?? 0) > 0;
  }

  /** All of some people's. */
  async ofMany(tx: Tx, personIds: readonly string[], reason: string): Promise<void> {
    const change = { endedAt: this.clock.now(), endReason: reason };
    await tx.update(SessionEntity, { personId: In([...personIds]), endedAt: IsNull() }, change);
    this.cache.clear();
  }

  /** All of a person's, or all but one. */
  async all(tx: Tx, personId: string, reason: string, except?: string): Promise<void> {
    const others = except ? { id: Not(except) } : {};
    const change = { endedAt: this.clock.now(), endReason: reason };
    await tx.update(SessionEntity, { personId, endedAt: IsNull(), ...others }, change);
    this.cache.clear();
  }
}
