import { Audit, changeOf, Conflict, type Ctx, Jobs, ListKinds, Transactions } from '@lms/api-platform';
import type { Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { lockSchedule } from './lock-schedule.js';

const UNDER_WAY = `
  select from schedule_run r where r.schedule_id = $1 and (r.state = 'waiting' or exists (
    select from list_file f where f.schedule_run_id = r.id and f.state in ('waiting', 'making')))`;
const BEGIN = `
  insert into schedule_run (id, schedule_id, due_at, begun_at, late, by_id) values ($1, $2, $3, $3, false, $4)`;

/** Makes the list at once, besides its own moments. */
@Injectable()
export class RunNow {
  constructor(
    private readonly kinds: ListKinds,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** As `lockSchedule`; Forbidden for who may not see the list, Conflict `under-way` while it is being made. */
  async run(ctx: Ctx, id: string, seen: number): Promise<Created> {
    const runId = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { list } = await lockSchedule(tx, ctx, id, seen);
      this.kinds.allowed(ctx.actor, list);
      const open: unknown[] = await tx.query(UNDER_WAY, [id]);
      if (open.length > 0) throw new Conflict('under-way', 'It is being made already. Look again in a moment.');
      await tx.query(BEGIN, [runId, id, ctx.now, ctx.actor.personId]);
      await this.audit.append(tx, ctx, {
        ...{ action: 'schedule.run', targetType: 'schedule', targetId: id },
        detail: {},
      });
      await this.jobs.send(tx, 'run-schedule', { id: runId });
    });
    return { id: runId };
  }
}
