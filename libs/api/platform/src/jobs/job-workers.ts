import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Job, JobResult } from 'pg-boss';
import { Boss } from './boss.js';
import { type JobHandler, JobHandlers } from './job-handlers.js';
import { AT_ONCE, type JobData, type QueueName } from './queues.js';
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
      const options = {
        pollingIntervalSeconds: 0.5,
        batchSize: AT_ONCE[queue] ?? 1,
        burstWhenBatchFull: true,
        perJobResults: true as const,
      };
      const taker = await boss.work<JobData, unknown, typeof options>(queue, options, (jobs) =>
        Promise.all(jobs.map((job) => this.attempt(queue, handler, job))),
      );
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

  private async attempt(queue: QueueName, handler: JobHandler, job: Job<JobData>): Promise<JobResult> {
    try {
      await handler(job.data, job.signal);
      return { id: job.id, status: 'completed' };
    } catch (error) {
      this.log.error({ queue, job: job.id, error: String(error) });
      return { id: job.id, status: 'failed', output: { message: String(error) } };
    }
  }
}
