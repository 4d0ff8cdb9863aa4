import { Injectable } from '@nestjs/common';
import { Audit, type Ctx, Transactions } from '@lms/api-platform';
import { ActorCache } from '../actors/actor-cache.js';

/** The session is its administrator's again. Ending what has ended changes nothing. */
@Injectable()
export class EndImpersonation {
  constructor(
    private readonly transactions: Transactions,
    private readonly cache: ActorCache,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx): Promise<void> {
    const { sessionId } = ctx.actor;
    const byId = ctx.actor.impersonation?.administratorId;
    await this.transactions.run({ actorId: byId ?? ctx.actor.personId, at: ctx.now }, async (tx) => {
      const [rows]: [{ id: string; personId: string; administratorId: string }[], number] = await tx.query(
        `update impersonation set ended_at = least(ends_at, $2) where session_id = $1 and ended_at is null
         returning id, person_id as "personId", administrator_id as "administratorId"`,
        [sessionId, ctx.now],
      );
      const ended = rows[0];
      if (!ended) return;
      await this.audit.append(
        tx,
        { ...ctx, actor: { ...ctx.actor, personId: ended.administratorId } },
        {
          ...{ action: 'impersonation.end', targetType: 'person', targetId: ended.personId },
          detail: { impersonationId: ended.id },
        },
      );
    });
    this.cache.forget(sessionId);
  }
}
