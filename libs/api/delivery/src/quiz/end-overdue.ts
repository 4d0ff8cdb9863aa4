import { Clock, Sql, Upkeep } from '@lms/api-platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { EndRun } from './end-run.js';
import { isOver, LoadRun } from './load-run.js';
import type { RunRow } from './run-row.js';

const EVERY_MS = 60_000;

const OVERDUE = `
  select r.id, t.person_id as "personId" from quiz_run r join attempt t on t.id = r.attempt_id
  where r.handed_in_at is null and r.ends_at < $1 and t.state <> 'abandoned' order by r.ends_at limit 500`;

/** Runs whose time ran out hand themselves in: when somebody next looks, and else by the worker. */
@Injectable()
export class EndOverdue implements OnModuleInit {
  private readonly log = new Logger('Quiz');

  constructor(
    private readonly upkeep: Upkeep,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly loadRun: LoadRun,
    private readonly endRun: EndRun,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(EVERY_MS, 'quiz runs out of time', (signal) => this.all(signal));
  }

  /** The run as it is now that its time is looked at. */
  async look(runId: string, personId: string, now: Date): Promise<RunRow> {
    const run = await this.loadRun.run(runId, personId);
    if (!isOver(run, now)) return run;
    return (await this.endRun.overdue(run, now)) ?? this.look(runId, personId, now);
  }

  async all(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const runs = await this.sql.rows<{ id: string; personId: string }>('overdue-quiz-runs', OVERDUE, [now]);
    for (const { id, personId } of runs) {
      if (signal.aborted) return;
      // One that fails does not keep the others waiting.
      await this.look(id, personId, now).catch((error: unknown) => this.log.error({ id, error: String(error) }));
    }
  }
}
