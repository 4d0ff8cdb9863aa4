import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Boss } from './boss.js';
import { JobHandlers } from './job-handlers.js';
import type { JobData } from './queues.js';
import { Upkeep } from './upkeep.js';

/** The worker role: takes jobs from the queues and hands them to the features. */
@Injectable()
export class JobWorkers implements BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly takers: string[] = [];

  constructor(
    private readonly boss: Boss,
    private readonly handlers: JobHandlers,
    private readonly upkeep: Upkeep,
  ) {}

  async start(): Promise<void> {
    const boss = await this.boss.connect();
    for (const [queue, handler] of this.handlers.all()) {
      const options = { pollingIntervalSeconds: 0.5, batchSize: 1 };
      const taker = await boss.work<JobData>(queue, options, async ([job]) => {
        if (!job) return;
        try {
          await handler(job.data, job.signal);
        } catch (error) {
          this.log.error({ queue, job: job.id, error: String(error) });
          throw error;
        }
      });
      this.takers.push(taker);
    }
    this.upkeep.start();
  }

  /** While the database is still there: closing it comes after this. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.takers.length > 0) await this.boss.stop();
  }

  /** Has every queue looked into now, instead of within half a second. */
  async wake(): Promise<void> {
    const boss = await this.boss.connect();
    for (const taker of this.takers) boss.notifyWorker(taker);
  }
}
