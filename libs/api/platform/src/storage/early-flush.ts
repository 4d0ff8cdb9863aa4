import type { FileHandle } from 'node:fs/promises';

/** The disk is given this much to do at a time. */
const EACH = 16 * 1024 * 1024;

/** Flushes a long file while more of it arrives, so that the disk works meanwhile and the flush at the end is short. */
export class EarlyFlush {
  private since = 0;
  private running: Promise<void> | undefined;
  private failure: unknown;

  constructor(private readonly file: Pick<FileHandle, 'datasync'>) {}

  /** Nobody waits for it. */
  wrote(bytes: number): void {
    this.since += bytes;
    if (this.running || this.since < EACH) return;
    this.since = 0;
    this.running = this.flush();
  }

  /** Before the file is flushed for good and closed. A disk tells of a failure once: it is thrown here. */
  async end(): Promise<void> {
    await this.running;
    if (this.failure !== undefined) throw this.failure;
  }

  private async flush(): Promise<void> {
    try {
      await this.file.datasync();
    } catch (error) {
      this.failure ??= error;
    } finally {
      this.running = undefined;
    }
  }
}
