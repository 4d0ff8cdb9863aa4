import { Audit, changeOf, type Ctx, ListKinds, Transactions } from '@lms/api-platform';
import type { SaveSchedule as Asked } from '@lms/contracts';
import { nextRun } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { lockSchedule } from './lock-schedule.js';
import { putRecipients } from './recipients.js';
import { storedOf } from './stored-cadence.js';

/** A moment that has come stays until the worker has begun its run. */
const SAVE = `
  update schedule set name = $2, format = $3, every = $4, on_day = $5, at_time = $6,
    next_at = case when state = 'active' and next_at <= $8 then next_at when state = 'active' then $7::timestamptz end,
    version = version + 1
  where id = $1`;

/** Changes when a list is made, as what, and for whom. Another list is another schedule. */
@Injectable()
export class SaveSchedule {
  constructor(
    private readonly kinds: ListKinds,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** As `lockSchedule`; Forbidden for who may not see the list any more, Invalid for recipients. */
  async run(ctx: Ctx, id: string, seen: number, { name, format, cadence, recipientIds }: Asked): Promise<void> {
    const { every, onDay, atTime } = storedOf(cadence);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { list } = await lockSchedule(tx, ctx, id, seen);
      this.kinds.allowed(ctx.actor, list);
      const next = new Date(nextRun(cadence, ctx.now));
      await tx.query(SAVE, [id, name, format, every, onDay, atTime, next, ctx.now]);
      await putRecipients(tx, ctx, id, recipientIds);
      await this.audit.append(tx, ctx, {
        ...{ action: 'schedule.save', targetType: 'schedule', targetId: id },
        detail: { personIds: recipientIds },
      });
    });
  }
}
