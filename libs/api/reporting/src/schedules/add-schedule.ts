import { Audit, changeOf, type Ctx, ListKinds, Transactions } from '@lms/api-platform';
import type { AddSchedule as Asked, Created } from '@lms/contracts';
import { nextRun } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { putRecipients } from './recipients.js';
import { storedOf } from './stored-cadence.js';

const ADD = `
  insert into schedule (id, name, person_id, list, format, filters, every, on_day, at_time, next_at, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** Has a list made again and again, as it is shown now, for several people. */
@Injectable()
export class AddSchedule {
  constructor(
    private readonly kinds: ListKinds,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** Forbidden for who may not see the list; Invalid for filters that it has not, and for recipients. */
  async run(ctx: Ctx, { name, list, format, filters, cadence, recipientIds }: Asked): Promise<Created> {
    this.kinds.allowed(ctx.actor, list).check(filters, ctx.now);
    const id = uuid();
    const { every, onDay, atTime } = storedOf(cadence);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const next = new Date(nextRun(cadence, ctx.now));
      await tx.query(ADD, [
        ...[id, name, ctx.actor.personId, list, format, filters],
        ...[every, onDay, atTime, next, ctx.now],
      ]);
      await putRecipients(tx, ctx, id, recipientIds);
      await this.audit.append(tx, ctx, {
        ...{ action: 'schedule.add', targetType: 'schedule', targetId: id },
        detail: { list, filters, personIds: recipientIds },
      });
    });
    return { id };
  }
}
