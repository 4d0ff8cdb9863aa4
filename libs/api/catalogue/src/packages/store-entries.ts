import { Readable } from 'node:stream';
import { atOnce, type PutTogether } from '@lms/api-platform';
import type { CheckedEntry } from './check-entries.js';
import { unpackEntry } from './open-entry.js';
import type { OpenZip } from './open-entry.js';

export interface StoredEntry {
  checked: CheckedEntry;
  sha256: string;
}

/** Inflating and flushing to the disk are done by threads, of which the worker has as many. */
const AT_ONCE = 8;

/**
 * Unpacks every file into the storage, each once: what is wrong with one of them shows while it is put, and then all of
 * them go again. Answers them in the order they were given in.
 */
export async function storeEntries(
  together: PutTogether,
  zip: OpenZip,
  files: readonly CheckedEntry[],
  advance: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<StoredEntry[]> {
  const stored = new Map<CheckedEntry, string>();
  try {
    await atOnce(AT_ONCE, files, async (checked) => {
      signal?.throwIfAborted();
      const { sha256 } = await together.put(Readable.from(counted(unpackEntry(zip, checked, signal), advance)));
      stored.set(checked, sha256);
    });
    signal?.throwIfAborted();
    await together.keep();
    // Who aborted before the end gets nothing.
    signal?.throwIfAborted();
  } catch (error) {
    await together.undo();
    throw error;
  }
  return files.map((checked) => ({ checked, sha256: stored.get(checked) ?? '' }));
}

async function* counted(pieces: AsyncIterable<Buffer>, advance: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    advance(piece.length);
    yield piece;
  }
}
