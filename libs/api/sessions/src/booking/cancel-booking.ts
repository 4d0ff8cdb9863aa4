import {
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  Forbidden,
  Invalid,
  NotFound,
  Outbox,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type { CancelBookingRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertToCome, lockSession } from '../shared/lock-session.js';

interface Stored {
  personId: string;
  state: string;
  /** The actor sees the employment under which they come. */
  seen: boolean;
}

const OF = 'select session_id as "sessionId" from session_booking where id = $1';
/** $1 which, $2 who asks, $3 today. */
const READ = `
  select b.person_id as "personId", b.state,
    (holds_role($2, '{people-team,auditor}', $3) or (b.engagement_id in (select engagements_in_scope($2, $3))) is true) as seen
  from session_booking b where b.id = $1`;

/** Gives a place back until the session begins; whoever waits longest has it in the same moment. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, id: string, { reason }: CancelBookingRequest): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const [of]: { sessionId: string }[] = await tx.query(OF, [id]);
      if (!of) throw new NotFound();
      const session = await lockSession(tx, ctx, of.sessionId);
      const [booking]: Stored[] = await tx.query(READ, [id, ctx.actor.personId, ctx.today]);
      const own = booking?.personId === ctx.actor.personId;
      if (!booking || !(own || session.kept || booking.seen)) throw new NotFound();
      if (!own && !session.kept && !ctx.actor.permissions.has('assignments.write')) throw new Forbidden();
      if (booking.state === 'cancelled') throw new Conflict('already-cancelled', 'This was cancelled already.');
      assertToCome(session, ctx.now);
      if (!own && reason === '') throw new Invalid([{ path: 'reason', message: 'Say why: they are told.' }]);
      await this.cancel(tx, ctx, { id, reason, personId: booking.personId, sessionId: of.sessionId, tell: !own });
    });
  }

  private async cancel(
    tx: Tx,
    ctx: Ctx,
    booking: { id: string; reason: string; personId: string; sessionId: string; tell: boolean },
  ): Promise<void> {
    const { id, reason, personId, sessionId, tell } = booking;
    await tx.query(
      `update session_booking set state = 'cancelled', cancelled_by = $2, cancelled_at = $3, cancel_reason = $4, version = version + 1
       where id = $1`,
      [id, ctx.actor.personId, ctx.now, reason],
    );
    if (tell)
      await this.outbox.append(tx, ctx.now, { type: 'booking.cancelled', personId, payload: { bookingId: id } });
    await tx.query('select fill_session($1, $2)', [sessionId, ctx.now]);
    await this.audit.append(tx, ctx, {
      ...{ action: 'booking.cancel', targetType: 'session booking', targetId: id, detail: { personId, reason } },
    });
  }
}
