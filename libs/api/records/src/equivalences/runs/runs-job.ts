import { Clock, JobHandlers, Sql, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkRuns } from './work-runs.js';

const LOOK_MS = 10_000;
const STUCK_MS = 20_000;

/** Takes runs from the queue, and goes on with those whose worker died. */
@Injectable()
export class EquivalenceJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly upkeep: Upkeep,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly work: WorkRuns,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('work-equivalence', async ({ id }, signal) => {
      await this.work.run(id, signal);
    });
    this.upkeep.every(LOOK_MS, 'equivalences that stand still', (signal) => this.goOn(signal));
  }

  private async goOn(signal: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - STUCK_MS);
    const stuck = await this.sql.rows<{ id: string }>(
      'stuck-equivalences',
      'select id from equivalence_run where done_at is null and moved_at < $1 order by requested_at',
      [before],
    );
    for (const { id } of stuck) await this.work.run(id, signal);
  }
}
