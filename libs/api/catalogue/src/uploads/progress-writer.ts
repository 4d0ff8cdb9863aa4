import type { Sql } from '@lms/api-platform';

const EVERY_MS = 500;

/** Writes how far an upload has been processed, at most twice a second, so that it can be watched and costs nothing. */
export class ProgressWriter {
  private nextAt = 0;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sql: Sql,
    private readonly uploadId: string,
    private readonly milliseconds: () => number = () => performance.now(),
  ) {}

  report(percent: number): void {
    const now = this.milliseconds();
    if (now < this.nextAt) return;
    this.nextAt = now + EVERY_MS;
    // A percentage that was not written is no reason to give up: the next one comes.
    this.writing = this.sql
      .rows('upload-progress', `update upload set progress = $2 where id = $1 and state = 'processing'`, [
        this.uploadId,
        Math.min(100, Math.max(0, Math.floor(percent))),
      ])
      .catch(() => undefined);
  }

  /** Until the last write has arrived. */
  async settled(): Promise<void> {
    await this.writing;
  }
}
