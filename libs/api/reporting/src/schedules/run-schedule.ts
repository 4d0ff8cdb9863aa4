import { Actors, Clock, JobHandlers, Jobs, ListKinds, ProblemError, Transactions, type Tx } from '@lms/api-platform';
import type { ScheduledFormat, ScheduledList } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

const RUN = `
  select s.id as "scheduleId", who_is(s.person_id) as "ownerId", s.list, s.format, s.filters
  from schedule_run r join schedule s on s.id = r.schedule_id where r.id = $1 and r.state = 'waiting' for update of r`;
const RECIPIENTS = `
  select distinct who_is(person_id) as id from schedule_recipient
  where schedule_id = $1 and removed_at is null and stopped_at is null`;
const FILES = `
  insert into list_file (id, person_id, list, format, filters, asked_at, schedule_run_id)
  select f.id, f.person_id, $2, $3, $4, $5, $6 from jsonb_to_recordset($1::jsonb) f(id uuid, person_id uuid)`;
const BEGUN = `update schedule_run set state = 'begun' where id = $1`;
const REFUSED = `update schedule_run set state = 'refused', refusal = $2 where id = $1`;
const PAUSE = `
  update schedule set state = 'paused', next_at = null, version = version + 1 where id = $1 and state = 'active'`;
const REFUSAL = 'Whoever this schedule belongs to may not see the list any more. It is paused.';

interface Run {
  scheduleId: string;
  ownerId: string;
  list: ScheduledList;
  format: ScheduledFormat;
  filters: Record<string, string>;
}

/** Asks for the file of each recipient of a run, while whoever set the schedule up may still see the list themselves. */
@Injectable()
export class RunSchedule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly actors: Actors,
    private readonly kinds: ListKinds,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('run-schedule', ({ id }) => this.run(id));
  }

  /** Twice is once. */
  async run(id: string): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, async (tx) => {
      const [run]: Run[] = await tx.query(RUN, [id]);
      if (!run) return;
      if (await this.mayStillSee(run)) return this.begin(tx, at, id, run);
      await tx.query(REFUSED, [id, REFUSAL]);
      await tx.query(PAUSE, [run.scheduleId]);
    });
  }

  private async mayStillSee({ ownerId, list }: Run): Promise<boolean> {
    const owner = await this.actors.of(ownerId);
    if (!owner) return false;
    try {
      return Boolean(this.kinds.allowed(owner, list));
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  }

  private async begin(tx: Tx, at: Date, id: string, { scheduleId, list, format, filters }: Run): Promise<void> {
    const recipients: { id: string }[] = await tx.query(RECIPIENTS, [scheduleId]);
    const files = recipients.map((person) => ({ id: uuid(), person_id: person.id }));
    await tx.query(FILES, [JSON.stringify(files), list, format, filters, at, id]);
    await tx.query(BEGUN, [id]);
    await this.jobs.sendAll(tx, 'make-list-file', files);
  }
}
