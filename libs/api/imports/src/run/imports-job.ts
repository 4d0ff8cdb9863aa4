import { Clock, JobHandlers, Sql, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RunImport } from './run-import.js';

const LOOK_MS = 10_000;
const STUCK_MS = 20_000;

/** Takes imports from the queue, and goes on with those whose worker died. */
@Injectable()
export class ImportsJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly upkeep: Upkeep,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly runImport: RunImport,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('imports', ({ id }, signal) => this.runImport.run(id, signal));
    this.upkeep.every(LOOK_MS, 'imports that stand still', (signal) => this.goOn(signal));
  }

  private async goOn(signal: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - STUCK_MS);
    const stuck = await this.sql.rows<{ id: string }>(
      'stuck-imports',
      `select id from import where state in ('reading', 'checking', 'applying') and moved_at < $1 order by moved_at`,
      [before],
    );
    for (const { id } of stuck) await this.runImport.run(id, signal);
  }
}
