import type { Readable } from 'node:stream';
import type { StoredBytes } from './stored-bytes.js';

/**
 * Files that are put as one: in the end all of them stand, or nothing that was not there before. Either `keep` or `undo`
 * is called once every `put` has come to rest; `undo` also after a `keep` that failed or is regretted.
 */
export abstract class PutTogether {
  /** Streams bytes in and answers their address. Whether they can be read there before `keep` differs. Several may run at once. */
  abstract put(source: Readable): Promise<StoredBytes>;
  /** All of them stand from here on, also after a power cut. */
  abstract keep(): Promise<void>;
  /** Forgets what was not there before. */
  abstract undo(): Promise<void>;
}
