import { Clock, JobHandlers, Sql, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RunRules } from './run-rules.js';

const LOOK_MS = 10_000;
const STUCK_MS = 20_000;

/** Takes runs from the queue, and goes on with those whose worker died. */
@Injectable()
export class RunsJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly upkeep: Upkeep,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rules: RunRules,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('follow-rules', ({ id }, signal) => this.rules.run(id, signal));
    this.upkeep.every(LOOK_MS, 'rules that stand still', (signal) => this.goOn(signal));
  }

  private async goOn(signal: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - STUCK_MS);
    const stuck = await this.sql.rows<{ id: string }>(
      'stuck-runs',
      'select id from rule_run where done_at is null and moved_at < $1 order by requested_at',
      [before],
    );
    for (const { id } of stuck) await this.rules.run(id, signal);
  }
}
