import { createHash } from 'node:crypto';
import type { CheckedEntry } from './check-entries.js';
import { unpackEntry } from './open-entry.js';
import type { OpenZip } from './open-entry.js';

export interface MeasuredEntry {
  checked: CheckedEntry;
  sha256: string;
}

/** Unpacks everything and keeps nothing: whatever is wrong with any file shows before the first one is stored. */
export async function measureEntries(
  zip: OpenZip,
  files: readonly CheckedEntry[],
  advance: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<MeasuredEntry[]> {
  const measured: MeasuredEntry[] = [];
  for (const checked of files) {
    signal?.throwIfAborted();
    const hash = createHash('sha256');
    for await (const piece of unpackEntry(zip, checked, signal)) {
      hash.update(piece);
      advance(piece.length);
    }
    measured.push({ checked, sha256: hash.digest('hex') });
  }
  return measured;
}
