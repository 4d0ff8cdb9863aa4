import type { Readable } from 'node:stream';
import type { StoredBytes } from './storage.js';

/** A file on its way in, and when its last bytes came. */
export interface ListedArrival {
  id: string;
  changedAt: Date;
}

/**
 * Files that arrive over several requests. What has arrived survives the process; nobody reads it as a stored file
 * until all of it was put into the storage. An id is a UUID. Memory stays flat.
 */
export abstract class Arrivals {
  /** How many bytes have arrived from the beginning on, without a gap; 0 when there is nothing. */
  abstract size(id: string): Promise<number>;
  /**
   * Adds bytes where the last ones ended and answers how many there are then. When the source breaks off, what came
   * before stays and the source's error is thrown. Two that write the same bytes at the same place do no harm.
   */
  abstract append(id: string, offset: number, source: Readable): Promise<number>;
  /** All that has arrived, from the beginning. */
  abstract open(id: string): Readable;
  /** Makes a stored file of all that has arrived. What arrived stays, until it is removed. */
  abstract keep(id: string): Promise<StoredBytes>;
  /** Forgets it; no error when it is not there. */
  abstract remove(id: string): Promise<void>;
  /** Everything on its way, in no order. */
  abstract list(): AsyncIterable<ListedArrival>;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids become parts of paths and keys: anything else is refused. */
export function assertArrivalId(id: string): void {
  if (!ID.test(id)) throw new Error('This is not the id of a file on its way');
}

/** Whether a name may be one of ours. */
export const isArrivalId = (name: string): boolean => ID.test(name);
