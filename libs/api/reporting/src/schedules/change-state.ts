import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import { nextRun } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { lockSchedule } from './lock-schedule.js';
import { cadenceOf } from './stored-cadence.js';

const CHANGE = 'update schedule set state = $2, next_at = $3, version = version + 1 where id = $1';
const STATES = { pause: 'paused', resume: 'active', end: 'ended' } as const;

/** Pauses a schedule, lets it go on from its next moment, or ends it for good; what it has made stays. */
@Injectable()
export class ChangeState {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** As `lockSchedule`. */
  async run(ctx: Ctx, id: string, seen: number, what: keyof typeof STATES): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const schedule = await lockSchedule(tx, ctx, id, seen);
      const next = what === 'resume' ? new Date(nextRun(cadenceOf(schedule), ctx.now)) : null;
      await tx.query(CHANGE, [id, STATES[what], next]);
      const action = `schedule.${what}`;
      await this.audit.append(tx, ctx, { action, targetType: 'schedule', targetId: id, detail: {} });
    });
  }
}
