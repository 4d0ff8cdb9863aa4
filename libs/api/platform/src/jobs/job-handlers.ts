import { Injectable } from '@nestjs/common';
import type { JobData, QueueName } from './queues.js';

/** Throwing means: try again later, as the queue says. Must be idempotent. */
export type JobHandler = (data: JobData, signal: AbortSignal) => Promise<void>;

@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<QueueName, JobHandler>();

  handle(queue: QueueName, handler: JobHandler): void {
    this.handlers.set(queue, handler);
  }

  all(): [QueueName, JobHandler][] {
    return [...this.handlers];
  }
}
