import type { Readable } from 'node:stream';
import { atOnce } from './at-once.js';
import { PutTogether } from './put-together.js';
import type { StoredBytes } from './stored-bytes.js';

const SEVERAL = 8;

/** What a store lends whose files stand, for good, as soon as they are put. */
export interface DirectPlaces {
  /** `beforeItStands` is told the address, and waited for, before anything is put there. */
  put(source: Readable, options: { beforeItStands(sha256: string): Promise<void> }): Promise<StoredBytes>;
  size(sha256: string): Promise<number | undefined>;
  remove(sha256: string): Promise<void>;
}

/** Puts each file at once and remembers which of them were not there before. */
export class DirectPutTogether extends PutTogether {
  private readonly added = new Set<string>();

  constructor(private readonly places: DirectPlaces) {
    super();
  }

  override put(source: Readable): Promise<StoredBytes> {
    return this.places.put(source, {
      beforeItStands: async (sha256) => {
        if ((await this.places.size(sha256)) === undefined) this.added.add(sha256);
      },
    });
  }

  override keep(): Promise<void> {
    return Promise.resolve();
  }

  override undo(): Promise<void> {
    return atOnce(SEVERAL, this.added, (sha256) => this.places.remove(sha256));
  }
}
