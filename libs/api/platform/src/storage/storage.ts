import type { Readable } from 'node:stream';
import type { PutTogether } from './put-together.js';
import type { StoredBytes } from './stored-bytes.js';

export type { StoredBytes };

/** Inclusive byte offsets, as in an HTTP range. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Bytes that stand, and when they were last put. */
export interface ListedBytes {
  sha256: string;
  putAt: Date;
}

/** More bytes arrived than the caller allows. Nothing of them was kept. */
export class TooManyBytes extends Error {
  constructor(readonly maxBytes: number) {
    super(`More than ${maxBytes} bytes arrived`);
  }
}

/**
 * Keeps files by what is in them: the same bytes are stored once, and a name can never point at other bytes.
 * Adapters must stream (memory stays flat) and must be safe when two processes put the same bytes at once.
 */
export abstract class Storage {
  /** Streams bytes in and answers their address. After a failure nothing is left behind. Throws {@link TooManyBytes}. */
  abstract put(source: Readable, options?: { maxBytes?: number }): Promise<StoredBytes>;
  /** Begins to put several files as one. */
  abstract putTogether(): PutTogether;
  /** Streams bytes out; the stream emits an error when the address is unknown. */
  abstract open(sha256: string, range?: ByteRange): Readable;
  /** How many bytes stand at the address; undefined when none do. */
  abstract size(sha256: string): Promise<number | undefined>;
  /** Forgets the bytes; no error when they are not there. */
  abstract remove(sha256: string): Promise<void>;
  /** Everything that stands, in no order; what is put or removed meanwhile may be listed or not. */
  abstract list(): AsyncIterable<ListedBytes>;
  /** Forgets what began to be put before that moment and never came to its end. Answers how much it was. */
  abstract clearHalfFiles(before: Date): Promise<number>;
}
