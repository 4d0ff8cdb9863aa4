import { Configuration, Mails, Outbox, type Tx } from '@lms/api-platform';
import type { ScheduledFormat } from '@lms/contracts';
import { londonDate } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { type MadeList, scheduleMail } from './schedule-mail.js';

const RUN = `
  select r.schedule_id as "scheduleId", r.due_at as "dueAt", r.late, mail_address($2, $3) as address
  from schedule_run r where r.id = $1`;
const DELIVERED = `
  insert into schedule_delivery (run_id, person_id, at, outcome, why, rows, mailed) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (run_id, person_id) do nothing`;

interface Run extends Pick<MadeList, 'dueAt' | 'late'> {
  scheduleId: string;
  address: string | null;
}
export interface ReadyList {
  id: string;
  personId: string;
  title: string;
  rows: number;
  format: ScheduledFormat;
  endsAt: Date;
}

/** Records what became of a run for one person, and tells them that their file is there. */
@Injectable()
export class DeliverList {
  constructor(
    private readonly configuration: Configuration,
    private readonly mails: Mails,
    private readonly outbox: Outbox,
  ) {}

  /** In the transaction in which the file becomes ready. */
  async ready(tx: Tx, at: Date, runId: string, list: ReadyList): Promise<void> {
    const { id, personId, title, rows } = list;
    const [run]: Run[] = await tx.query(RUN, [runId, personId, londonDate(at)]);
    if (!run) return;
    await tx.query(DELIVERED, [runId, personId, at, 'made', null, rows, run.address !== null]);
    const payload = { fileId: id, title, rows: String(rows) };
    await this.outbox.append(tx, at, { type: 'list-file.delivered', personId, payload });
    if (run.address === null) return;
    const { origin } = this.configuration;
    const { subject, layout } = scheduleMail(
      { ...list, ...run, madeAt: at },
      { file: `${origin}/files/${id}`, stop: `${origin}/schedules/received?stop=${run.scheduleId}` },
    );
    const dedupeKey = `schedule ${runId} ${personId}`;
    await this.mails.write(tx, at, { personId, to: run.address, subject, layout, dedupeKey });
  }

  /** Whoever may not have it gets nothing: there is no file either. */
  async none(
    tx: Tx,
    at: Date,
    runId: string,
    { personId, outcome, why }: { personId: string; outcome: 'not-allowed' | 'left' | 'failed'; why: string | null },
  ): Promise<void> {
    await tx.query(DELIVERED, [runId, personId, at, outcome, why, null, false]);
  }
}
