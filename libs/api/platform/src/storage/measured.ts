import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type StoredBytes, TooManyBytes } from './storage.js';

/** Passes bytes on, and knows how many they were and what their hash is. Throws {@link TooManyBytes} on the way. */
export class Measured implements AsyncIterable<Buffer> {
  private readonly hash = createHash('sha256');
  private size = 0;

  constructor(
    private readonly source: Readable,
    private readonly maxBytes: number,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for await (const piece of this.source) {
      const bytes: Buffer = Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
      this.size += bytes.length;
      if (this.size > this.maxBytes) throw new TooManyBytes(this.maxBytes);
      this.hash.update(bytes);
      yield bytes;
    }
  }

  /** Once, after the last piece. */
  stored(): StoredBytes {
    return { sha256: this.hash.digest('hex'), size: this.size };
  }
}
