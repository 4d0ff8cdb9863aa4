import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { BoundedCache, Storage } from '@lms/api-platform';

/** Bytes of one file, and of all of them. */
const SMALL = 128 * 1024;
const MOST = 16 * 1024 * 1024;

/** Small files that were asked for lately: lessons are made of them, and stored bytes never change under their address. */
@Injectable()
export class SmallFiles {
  private readonly kept = new BoundedCache<Promise<Buffer>>(MOST);

  constructor(private readonly storage: Storage) {}

  /** Undefined for a file that is too large to be kept: it is to be streamed. */
  read(sha256: string, size: number): Promise<Buffer> | undefined {
    if (size > SMALL) return undefined;
    const known = this.kept.get(sha256);
    if (known) return known;
    const reading = buffer(this.storage.open(sha256));
    this.kept.set(sha256, reading, Math.max(1, size));
    reading.catch(() => this.kept.delete(sha256));
    return reading;
  }
}
