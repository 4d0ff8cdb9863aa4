import { Injectable } from '@nestjs/common';
import type { Ctx, Tx } from '@lms/api-platform';
import { ActorCache } from '../actors/actor-cache.js';

/** Remembers for the session that a second factor was shown. */
@Injectable()
export class ConfirmSession {
  constructor(private readonly cache: ActorCache) {}

  async run(tx: Tx, ctx: Ctx): Promise<void> {
    await tx.query('update session set second_factor_at = $2 where id = $1', [ctx.actor.sessionId, ctx.now]);
    this.cache.forget(ctx.actor.sessionId);
  }
}
