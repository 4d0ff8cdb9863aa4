import { Audit, changeOf, type Ctx, Outbox, Transactions } from '@lms/api-platform';
import type { CancelSessionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { expected } from '../booking/expected.js';
import { assertPlanned, lockKept } from '../shared/lock-session.js';

/** Cancels a session, and with it every booking of it; those who were to come are told why. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, id: string, { reason }: CancelSessionRequest): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      assertPlanned(await lockKept(tx, ctx, id));
      const people = await expected(tx, id);
      const by = [id, ctx.actor.personId, ctx.now, reason];
      await tx.query(
        `update training_session set state = 'cancelled', cancelled_by = $2, cancelled_at = $3, cancel_reason = $4,
           version = version + 1 where id = $1`,
        by,
      );
      await tx.query(
        `update session_booking set state = 'cancelled', cancelled_by = $2, cancelled_at = $3, cancel_reason = $4,
           version = version + 1 where session_id = $1 and state <> 'cancelled'`,
        by,
      );
      await this.outbox.appendMany(
        tx,
        ctx.now,
        people.map(({ bookingId, personId }) => ({ type: 'booking.cancelled', personId, payload: { bookingId } })),
      );
      await this.audit.append(tx, ctx, {
        ...{ action: 'training-session.cancel', targetType: 'training session', targetId: id },
        detail: { reason, people: people.length },
      });
    });
  }
}
