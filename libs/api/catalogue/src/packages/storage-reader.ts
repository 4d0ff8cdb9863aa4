import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Storage } from '@lms/api-platform';

/** Reads any bytes of one stored file, keeping a window in memory so that many small reads in a row cost one. */
export class StorageReader {
  private window: Buffer = Buffer.alloc(0);
  private windowStart = 0;

  constructor(
    private readonly storage: Storage,
    readonly sha256: string,
    readonly size: number,
    private readonly windowSize = 128 * 1024,
  ) {}

  /** The bytes from `position`; fewer than `length` only where the file ends. */
  async read(position: number, length: number): Promise<Buffer> {
    const end = Math.min(position + length, this.size);
    if (position < 0 || position >= end) return Buffer.alloc(0);
    if (position < this.windowStart || end > this.windowStart + this.window.length) {
      const windowEnd = Math.min(Math.max(end, position + this.windowSize), this.size);
      this.window = await buffer(this.storage.open(this.sha256, { start: position, end: windowEnd - 1 }));
      this.windowStart = position;
    }
    return this.window.subarray(position - this.windowStart, end - this.windowStart);
  }

  /** Streams the bytes from `start` up to, without, `end`; `start` must lie before `end`. */
  stream(start: number, end: number): Readable {
    return this.storage.open(this.sha256, { start, end: end - 1 });
  }
}
