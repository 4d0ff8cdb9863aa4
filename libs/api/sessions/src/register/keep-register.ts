import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { AddedWalkIn, MarkAttendanceRequest, SignPresenceRequest, WalkInRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { lockKept } from '../shared/lock-session.js';
import { assertRegisterOpen } from './check-in-codes.js';
import { comeIn } from './come-in.js';
import { lockEntry } from './register-entry.js';
import { sign } from './sign.js';

/** What a trainer does with the register while it is open. */
@Injectable()
export class KeepRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** Says that somebody is there, or is not; null takes back what was said. */
  mark(ctx: Ctx, id: string, bookingId: string, { attendance }: MarkAttendanceRequest): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const { personId } = await lockEntry(tx, ctx, id, bookingId);
      await tx.query(
        'update session_booking set attendance = $2, marked_by = $3, marked_at = $4, version = version + 1 where id = $1',
        [bookingId, attendance, ctx.actor.personId, ctx.now],
      );
      await this.audit.append(tx, ctx, {
        ...{ action: 'booking.mark', targetType: 'session booking', targetId: bookingId },
        detail: { personId, attendance: attendance ?? 'open' },
      });
    });
  }

  /** Somebody signs on the trainer's device. */
  signed(ctx: Ctx, id: string, bookingId: string, { name, drawing }: SignPresenceRequest): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const { personId } = await lockEntry(tx, ctx, id, bookingId);
      await sign(tx, ctx, { bookingId, how: 'signature', name, drawing });
      await this.audit.append(tx, ctx, {
        ...{ action: 'booking.sign', targetType: 'session booking', targetId: bookingId, detail: { personId } },
      });
    });
  }

  /** Somebody came without a booking. Twice is once. */
  walkIn(ctx: Ctx, id: string, { personId }: WalkInRequest): Promise<AddedWalkIn> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      assertRegisterOpen(await lockKept(tx, ctx, id), ctx.now);
      const { bookingId, walkIn } = await comeIn(tx, ctx, id, personId);
      if (walkIn)
        await this.audit.append(tx, ctx, {
          ...{ action: 'booking.walk-in', targetType: 'session booking', targetId: bookingId, detail: { personId } },
        });
      return { bookingId };
    });
  }
}
