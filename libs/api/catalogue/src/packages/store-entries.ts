import { Readable } from 'node:stream';
import type { Storage } from '@lms/api-platform';
import type { MeasuredEntry } from './measure-entries.js';
import { unpackEntry } from './open-entry.js';
import type { OpenZip } from './open-entry.js';

/** Flushing to the disk is waiting, not work: a few files at once hide it. */
const AT_ONCE = 4;

/** Puts each distinct file once. After any failure the ones that were not there before are removed again. */
export async function storeEntries(
  storage: Storage,
  zip: OpenZip,
  files: readonly MeasuredEntry[],
  advance: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const distinct = new Map(files.map((file) => [file.sha256, file]));
  const added = new Set<string>();
  const waiting = distinct.values();
  let failed = false;
  const putOne = async ({ checked, sha256 }: MeasuredEntry) => {
    if ((await storage.size(sha256)) === undefined) added.add(sha256);
    const stored = await storage.put(Readable.from(unpackEntry(zip, checked, signal)));
    if (stored.sha256 !== sha256) {
      added.add(stored.sha256);
      throw new Error('The uploaded file changed while it was unpacked');
    }
    advance(stored.size);
  };
  const work = async () => {
    for (const file of waiting) {
      if (failed) return;
      signal?.throwIfAborted();
      await putOne(file);
    }
    // Whatever order the last files came to rest in: who aborted before the end gets nothing.
    signal?.throwIfAborted();
  };
  const guarded = () =>
    work().catch((error: unknown) => {
      failed = true;
      throw error;
    });
  // All of them must have come to rest before anything is removed, or a late one would leave its file behind.
  const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, guarded));
  const failure = results.find((result) => result.status === 'rejected');
  if (!failure) return;
  await Promise.all([...added].map((sha256) => storage.remove(sha256)));
  throw failure.reason;
}
