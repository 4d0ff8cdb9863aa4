import { Clock, Jobs, Transactions, type Tx, Upkeep } from '@lms/api-platform';
import { dueRun } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { cadenceOf, type StoredCadence } from './stored-cadence.js';

const EVERY_MS = 20_000;
const AT_ONCE = 200;
/** A worker that is merely busy is not late. */
const LATE_MS = 15 * 60_000;

/** What another worker has in hand is left to it: when that is done, it is due no more. */
const DUE = `
  select id, every, on_day as "onDay", at_time as "atTime", next_at as "nextAt" from schedule
  where state = 'active' and next_at <= $1 order by next_at limit $2 for update skip locked`;
const BEGIN = `
  with begun as (
    insert into schedule_run (id, schedule_id, due_at, begun_at, late, missed)
    select r.id, r.schedule_id, r.due_at, $2, r.late, r.missed
    from jsonb_to_recordset($1::jsonb) r(id uuid, schedule_id uuid, due_at timestamptz, late boolean, missed int)
    on conflict (schedule_id, due_at) do nothing returning id
  ), moved as (
    update schedule s set next_at = r.next_at
    from jsonb_to_recordset($1::jsonb) r(schedule_id uuid, next_at timestamptz) where s.id = r.schedule_id
  ) select id from begun`;

interface Due extends StoredCadence {
  id: string;
  nextAt: Date;
}

/** Looks which schedules are due, and begins one run for each, however many moments have passed. */
@Injectable()
export class BeginDueRuns implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(EVERY_MS, 'schedules', (signal) => this.run(signal));
  }

  async run(signal?: AbortSignal): Promise<void> {
    const at = this.clock.now();
    let begun = AT_ONCE;
    while (begun === AT_ONCE && !signal?.aborted)
      begun = await this.transactions.run({ actorId: null, at }, (tx) => this.begin(tx, at));
  }

  /** Answers how many were due. */
  private async begin(tx: Tx, at: Date): Promise<number> {
    const due: Due[] = await tx.query(DUE, [at, AT_ONCE]);
    const runs = due.flatMap((schedule) => runOf(schedule, at) ?? []);
    if (runs.length === 0) return due.length;
    const begun: { id: string }[] = await tx.query(BEGIN, [JSON.stringify(runs), at]);
    await this.jobs.sendAll(tx, 'run-schedule', begun);
    return due.length;
  }
}

function runOf({ id, nextAt, ...stored }: Due, at: Date) {
  const run = dueRun(cadenceOf(stored), nextAt.getTime(), at.getTime());
  return (
    run && {
      ...{ id: uuid(), schedule_id: id, missed: run.missed },
      due_at: new Date(run.dueAt),
      next_at: new Date(run.nextAt),
      late: run.missed > 0 || at.getTime() - run.dueAt > LATE_MS,
    }
  );
}
