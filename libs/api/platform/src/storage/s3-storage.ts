import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { isAddress, notAnAddress } from './address.js';
import { DirectPutTogether } from './direct-put-together.js';
import { Measured } from './measured.js';
import type { PutTogether } from './put-together.js';
import { PART_BYTES, type S3Bucket } from './s3-bucket.js';
import { type ByteRange, type ListedBytes, Storage, type StoredBytes } from './storage.js';

interface PutOptions {
  maxBytes?: number;
  /** Is told the address, and waited for, before anything stands there. */
  beforeItStands?(sha256: string): Promise<void>;
}

/**
 * Keeps files in a bucket: `blobs/ab/cd/<sha256>` for what stands, `incoming/<random>` for what is still arriving. The
 * address is known only when the last byte is in, so a large file is sent to a key of its own and then copied within
 * the store; a small one waits in memory and is sent once.
 */
export class S3Storage extends Storage {
  constructor(private readonly bucket: S3Bucket) {
    super();
  }

  override async put(source: Readable, options: PutOptions = {}): Promise<StoredBytes> {
    // A source may fail before it is read from; without a listener that would end the process.
    source.on('error', () => undefined);
    const measured = new Measured(source, options.maxBytes ?? Number.POSITIVE_INFINITY);
    const pieces = measured[Symbol.asyncIterator]();
    try {
      const { head, ended } = await firstPart(pieces);
      if (!ended) return await this.putLarge(measured, head, pieces, options);
      const stored = measured.stored();
      await options.beforeItStands?.(stored.sha256);
      await this.bucket.put(keyOf(stored.sha256), Buffer.concat(head));
      return stored;
    } catch (error) {
      source.destroy();
      throw error;
    }
  }

  override putTogether(): PutTogether {
    return new DirectPutTogether(this);
  }

  override open(sha256: string, range?: ByteRange): Readable {
    return isAddress(sha256) ? this.bucket.open(keyOf(sha256), range) : notAnAddress();
  }

  override async size(sha256: string): Promise<number | undefined> {
    return isAddress(sha256) ? this.bucket.size(keyOf(sha256)) : undefined;
  }

  override async remove(sha256: string): Promise<void> {
    if (isAddress(sha256)) await this.bucket.remove(keyOf(sha256));
  }

  override async *list(): AsyncGenerator<ListedBytes> {
    for await (const { key, changedAt } of this.bucket.list('blobs/')) {
      const sha256 = key.slice(key.lastIndexOf('/') + 1);
      if (isAddress(sha256)) yield { sha256, putAt: changedAt };
    }
  }

  override async clearHalfFiles(before: Date): Promise<number> {
    let cleared = await this.bucket.abortUploads('incoming/', before);
    for await (const { key, changedAt } of this.bucket.list('incoming/')) {
      if (changedAt >= before) continue;
      await this.bucket.remove(key);
      cleared += 1;
    }
    return cleared;
  }

  private async putLarge(
    measured: Measured,
    head: Buffer[],
    rest: AsyncIterable<Buffer>,
    { beforeItStands }: PutOptions,
  ): Promise<StoredBytes> {
    const incoming = `incoming/${randomUUID()}`;
    try {
      await this.bucket.putStream(incoming, joined(head, rest));
      const stored = measured.stored();
      await beforeItStands?.(stored.sha256);
      await this.bucket.copy(incoming, keyOf(stored.sha256));
      return stored;
    } finally {
      // What is left behind when even this fails goes with the next clearing.
      await this.bucket.remove(incoming).catch(() => undefined);
    }
  }
}

const keyOf = (sha256: string): string => `blobs/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

/** Pieces up to the size of one part; whether that was everything. */
async function firstPart(pieces: AsyncGenerator<Buffer>): Promise<{ head: Buffer[]; ended: boolean }> {
  const head: Buffer[] = [];
  for (let size = 0; size < PART_BYTES;) {
    const { value, done } = await pieces.next();
    if (done) return { head, ended: true };
    head.push(value);
    size += value.length;
  }
  return { head, ended: false };
}

async function* joined(head: Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* head;
  yield* rest;
}
