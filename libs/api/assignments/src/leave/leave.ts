import { Audit, changeOf, type Ctx, Transactions, type Tx, assertUnchanged } from '@lms/api-platform';
import type { Created, SaveLeaveRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { enterLeave, followLeave, lockEngaged, moveLeave, storedLeave } from './enter-leave.js';

/** Leave of absence from one engagement: due dates wait, and go on when the person is back. */
@Injectable()
export class LeaveOfAbsence {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async add(ctx: Ctx, engagementId: string, leave: SaveLeaveRequest): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await enterLeave(tx, ctx, await lockEngaged(tx, ctx, engagementId), { ...leave, id });
      await this.say(tx, ctx, 'leave.add', id, leave);
    });
    return { id };
  }

  /** Back earlier or later than expected. */
  async save(ctx: Ctx, id: string, seen: number, leave: SaveLeaveRequest): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { engagementId, version } = await storedLeave(tx, id);
      const engaged = await lockEngaged(tx, ctx, engagementId);
      assertUnchanged(seen, version);
      await moveLeave(tx, ctx, engaged, { ...leave, id });
      await this.say(tx, ctx, 'leave.save', id, leave);
    });
  }

  /** Entered by mistake. */
  async withdraw(ctx: Ctx, id: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { engagementId } = await storedLeave(tx, id);
      const engaged = await lockEngaged(tx, ctx, engagementId);
      await tx.query('update leave_of_absence set withdrawn_at = $2, version = version + 1 where id = $1', [
        id,
        ctx.now,
      ]);
      await followLeave(tx, ctx, engaged);
      await this.say(tx, ctx, 'leave.withdraw', id, {});
    });
  }

  private say(tx: Tx, ctx: Ctx, action: string, id: string, detail: object): Promise<void> {
    return this.audit.append(tx, ctx, { action, targetType: 'leave of absence', targetId: id, detail: { ...detail } });
  }
}
