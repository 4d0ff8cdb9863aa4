import { changeOf, type Ctx, Transactions, type Tx } from '@lms/api-platform';
import type { LeavePreview, SaveLeaveRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Due, dueNow } from './due-now.js';
import { type Engaged, enterLeave, lockEngaged, moveLeave, storedLeave } from './enter-leave.js';

/**
 * Which due dates leave would move, and to when: it is entered, looked at, and taken back, as with the preview of a rule.
 * It concerns one person, so that costs what saving costs.
 */
@Injectable()
export class PreviewLeave {
  constructor(private readonly transactions: Transactions) {}

  ofNew(ctx: Ctx, engagementId: string, leave: SaveLeaveRequest): Promise<LeavePreview> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const engaged = await lockEngaged(tx, ctx, engagementId);
      return rehearse(tx, ctx, engaged, () => enterLeave(tx, ctx, engaged, { ...leave, id: uuid() }));
    });
  }

  ofChange(ctx: Ctx, id: string, leave: SaveLeaveRequest): Promise<LeavePreview> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const { engagementId } = await storedLeave(tx, id);
      const engaged = await lockEngaged(tx, ctx, engagementId);
      return rehearse(tx, ctx, engaged, () => moveLeave(tx, ctx, engaged, { ...leave, id }));
    });
  }
}

async function rehearse(tx: Tx, ctx: Ctx, engaged: Engaged, change: () => Promise<void>): Promise<LeavePreview> {
  const before = await dueNow(tx, ctx, engaged);
  await tx.query('savepoint rehearsal');
  await change();
  const after = await dueNow(tx, ctx, engaged);
  await tx.query('rollback to savepoint rehearsal');
  return movedBetween(before, after);
}

/** What has a day before and after, in the order of the days that it has then. */
function movedBetween(before: readonly Due[], after: readonly Due[]): LeavePreview {
  const was = new Map(before.map((due) => [due.id, due.dueOn]));
  const dated = after.flatMap(({ dueOn, ...due }) => {
    const beforeOn = was.get(due.id) ?? null;
    return beforeOn === null || dueOn === null ? [] : [{ ...due, beforeOn, dueOn }];
  });
  const moves = dated.filter(({ beforeOn, dueOn }) => beforeOn !== dueOn);
  moves.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.title.localeCompare(b.title)));
  return { moves, stays: dated.length - moves.length };
}
