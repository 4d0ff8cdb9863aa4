import { Injectable, Logger } from '@nestjs/common';
import { Boss } from './boss.js';
import { JobHandlers } from './job-handlers.js';
import type { JobData } from './queues.js';
import { Upkeep } from './upkeep.js';

/** The worker role: takes jobs from the queues and hands them to the features. */
@Injectable()
export class JobWorkers {
  private readonly log = new Logger('Jobs');

  constructor(
    private readonly boss: Boss,
    private readonly handlers: JobHandlers,
    private readonly upkeep: Upkeep,
  ) {}

  async start(): Promise<void> {
    const boss = await this.boss.connect();
    for (const [queue, handler] of this.handlers.all()) {
      await boss.work<JobData>(queue, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
        if (!job) return;
        try {
          await handler(job.data, job.signal);
        } catch (error) {
          this.log.error({ queue, job: job.id, error: String(error) });
          throw error;
        }
      });
    }
    this.upkeep.start();
  }
}
