import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { atOnce } from './at-once.js';
import { flushDirectory, isMissing } from './directories.js';
import { PutTogether } from './put-together.js';
import type { StoredBytes } from './stored-bytes.js';

/** Flushing to the disk is waiting, not work: several at once hide it. */
const SEVERAL = 8;

/** What a store of files in directories lends. */
export interface LocalPlaces {
  /** Writes a file, flushed, under a name of its own where nobody looks for it. Leaves nothing after a failure. */
  write(source: Readable): Promise<{ path: string; stored: StoredBytes }>;
  pathOf(sha256: string): string;
  /** The directory itself and all above it that belong to the store. */
  directoriesOf(path: string): string[];
}

/**
 * Each file waits, whole and flushed, beside what stands; all are renamed into place in the end, and then each directory
 * is flushed once. So what is undone before has never been where anybody reads.
 */
export class LocalPutTogether extends PutTogether {
  private readonly waiting = new Map<string, string>();
  private readonly added: string[] = [];

  constructor(private readonly places: LocalPlaces) {
    super();
  }

  override async put(source: Readable): Promise<StoredBytes> {
    const { path, stored } = await this.places.write(source);
    if (this.waiting.has(stored.sha256)) await rm(path, { force: true });
    else this.waiting.set(stored.sha256, path);
    return stored;
  }

  override async keep(): Promise<void> {
    const changed = new Set<string>();
    await atOnce(SEVERAL, this.waiting, async ([sha256, path]) => {
      const target = this.places.pathOf(sha256);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      if (!(await stands(target))) this.added.push(target);
      await rename(path, target);
      for (const directory of this.places.directoriesOf(dirname(target))) changed.add(directory);
    });
    await atOnce(SEVERAL, changed, flushDirectory);
  }

  override async undo(): Promise<void> {
    await atOnce(SEVERAL, [...this.waiting.values(), ...this.added], (path) => rm(path, { force: true }));
  }
}

async function stands(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
