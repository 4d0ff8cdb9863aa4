import { Clock, Configuration, Sql, Transactions, Upkeep } from '@lms/api-platform';
import { londonTime } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LATEST } from './digest-hours.js';
import { SendDigests } from './send-digests.js';

const EVERY_MS = 5 * 60_000;

/** Makes the digests of each London day, from the hour that is set until the evening, on every worker. */
@Injectable()
export class DigestUpkeep implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly sendDigests: SendDigests,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(EVERY_MS, 'digests', (signal) => this.run(signal));
  }

  async run(signal?: AbortSignal): Promise<void> {
    const at = this.clock.now();
    const today = this.clock.today();
    const time = londonTime(at);
    const { digestAt } = this.configuration;
    if (digestAt === undefined || !(await this.isToBeDone(today, at))) return;
    if (time < digestAt || time >= LATEST) return;
    const told = await this.sendDigests.run(today, at, { signal });
    if (told === null) return;
    await this.change(at, 'insert into digest_run (on_date, finished_at) values ($1, $2) on conflict do nothing', [
      today,
      at,
    ]);
    await this.forget(at);
  }

  /** The day is not done yet, and is not the first on which this product knows of reminders. */
  private async isToBeDone(today: string, at: Date): Promise<boolean> {
    const row = await this.sql.row<{ toDo: boolean }>(
      'digest-to-do',
      `select s.on_date < $1 and not exists (select from digest_run where on_date = $1) as "toDo" from reminder_start s`,
      [today],
    );
    if (!row) await this.change(at, 'insert into reminder_start (on_date) values ($1) on conflict do nothing', [today]);
    return row?.toDo ?? false;
  }

  /** Notices are news: half a year later they are gone. */
  private forget(at: Date): Promise<void> {
    return this.change(at, `delete from notice where at < $1::timestamptz - interval '180 days'`, [at]);
  }

  private async change(at: Date, sql: string, values: unknown[]): Promise<void> {
    await this.transactions.run({ actorId: null, at }, (tx) => tx.query(sql, values));
  }
}
