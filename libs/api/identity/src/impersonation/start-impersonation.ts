import { Injectable } from '@nestjs/common';
import { Audit, changeOf, Conflict, type Ctx, NotFound, Transactions, type Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';
import { ActorCache } from '../actors/actor-cache.js';

/** The longest that somebody is looked at for one reason. */
export const MOST_MINUTES = 30;

interface Seen {
  administrator: boolean;
  left: boolean;
}

/** From now on this session sees what somebody sees, and changes nothing. */
@Injectable()
export class StartImpersonation {
  constructor(
    private readonly transactions: Transactions,
    private readonly cache: ActorCache,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, personId: string, reason: string): Promise<void> {
    const { personId: administratorId, sessionId } = ctx.actor;
    const endsAt = new Date(ctx.now.getTime() + MOST_MINUTES * 60_000);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await assertMaySee(tx, ctx, personId);
      await tx.query(
        'update impersonation set ended_at = least(ends_at, $2) where session_id = $1 and ended_at is null',
        [...[sessionId, ctx.now]],
      );
      const id = uuid();
      await tx.query(
        `insert into impersonation (id, session_id, administrator_id, person_id, reason, started_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, sessionId, administratorId, personId, reason, ctx.now, endsAt],
      );
      await this.audit.append(tx, ctx, {
        ...{ action: 'impersonation.start', targetType: 'person', targetId: personId },
        detail: { impersonationId: id, reason },
      });
    });
    this.cache.forget(sessionId);
  }
}

/** Nobody sees through another administrator's eyes, through their own, or through those of somebody who has left. */
async function assertMaySee(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  const [seen]: Seen[] = await tx.query(
    `select holds_role(p.id, '{administrator}', $2) as administrator,
       exists (select from engagement e where e.person_id = p.id)
         and not exists (select from engagement e where e.person_id = p.id and (e.ends_on is null or e.ends_on >= $2)) as left
     from person p where p.id = $1 and p.erased_at is null and not exists (select from person_alias a where a.person_id = p.id)`,
    [personId, ctx.today],
  );
  if (!seen) throw new NotFound();
  if (seen.administrator || personId === ctx.actor.personId)
    throw new Conflict('never-an-administrator', 'Nobody looks through the eyes of an administrator.');
  if (seen.left) throw new Conflict('has-left', 'This person has left and sees nothing any more.');
}
