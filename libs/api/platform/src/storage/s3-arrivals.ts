import { Readable } from 'node:stream';
import { Arrivals, assertArrivalId, isArrivalId, type ListedArrival } from './arrivals.js';
import { chainOf, endOf, type Piece } from './arrived-pieces.js';
import { PART_BYTES, type S3Bucket, type S3Object } from './s3-bucket.js';
import type { S3Storage } from './s3-storage.js';
import type { StoredBytes } from './storage.js';

/**
 * Keeps each file on its way as pieces, `arriving/<id>/<where it begins>`: a store of objects cannot add to one. Any
 * API of several can go on with it. A killed process loses what was not yet a whole piece.
 */
export class S3Arrivals extends Arrivals {
  constructor(
    private readonly bucket: S3Bucket,
    private readonly storage: S3Storage,
  ) {
    super();
  }

  override async size(id: string): Promise<number> {
    return endOf(chainOf(await this.pieces(id)));
  }

  override async append(id: string, offset: number, source: Readable): Promise<number> {
    source.on('error', () => undefined);
    if ((await this.size(id)) < offset) throw new Error('There is a gap before these bytes');
    let at = offset;
    let waiting: Buffer[] = [];
    let size = 0;
    const flush = async () => {
      if (size === 0) return;
      await this.bucket.put(keyOf(id, at), Buffer.concat(waiting));
      at += size;
      [waiting, size] = [[], 0];
    };
    try {
      for await (const piece of source) {
        const bytes: Buffer = Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
        waiting.push(bytes);
        size += bytes.length;
        if (size >= PART_BYTES) await flush();
      }
    } finally {
      await flush();
    }
    return at;
  }

  override open(id: string): Readable {
    const [bucket, pieces] = [this.bucket, () => this.pieces(id)];
    return Readable.from(
      (async function* (): AsyncGenerator<Buffer> {
        for (const { piece, from } of chainOf(await pieces()))
          yield* bucket.open(piece.key, { start: from, end: piece.size - 1 });
      })(),
      { objectMode: false },
    );
  }

  override keep(id: string): Promise<StoredBytes> {
    return this.storage.put(this.open(id));
  }

  override async remove(id: string): Promise<void> {
    assertArrivalId(id);
    for await (const { key } of this.bucket.list(`arriving/${id}/`)) await this.bucket.remove(key);
  }

  override async *list(): AsyncGenerator<ListedArrival> {
    let current: ListedArrival | undefined;
    for await (const { key, changedAt } of this.bucket.list('arriving/')) {
      const id = key.split('/')[1] ?? '';
      if (!isArrivalId(id)) continue;
      if (current?.id === id) {
        if (changedAt > current.changedAt) current = { id, changedAt };
        continue;
      }
      if (current) yield current;
      current = { id, changedAt };
    }
    if (current) yield current;
  }

  private async pieces(id: string): Promise<(S3Object & Piece)[]> {
    assertArrivalId(id);
    const found: (S3Object & Piece)[] = [];
    for await (const object of this.bucket.list(`arriving/${id}/`)) found.push({ ...object, start: startOf(object) });
    return found;
  }
}

/** Padded, so that the order of the keys is the order of the bytes. */
const keyOf = (id: string, start: number): string => `arriving/${id}/${String(start).padStart(16, '0')}`;
const startOf = ({ key }: S3Object): number => Number(key.slice(key.lastIndexOf('/') + 1));
