import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { isAddress, notAnAddress } from './address.js';
import { flushDirectory, isMissing, listFiles, makeDirectory } from './directories.js';
import { LocalPutTogether } from './local-put-together.js';
import { Measured } from './measured.js';
import type { PutTogether } from './put-together.js';
import { Storage } from './storage.js';
import type { ByteRange, ListedBytes, StoredBytes } from './storage.js';
import { writePieces } from './write-pieces.js';

/** Read at once: larger pieces are fewer, and cost memory for each reader. */
const PIECE_BYTES = 256 * 1024;

/**
 * Keeps files below one directory of this machine: `blobs/ab/cd/<sha256>` for what stands, `incoming/<random>` for what
 * is still arriving. A file is renamed into place only when all its bytes are on the disk, so a reader, or the next
 * start after a power cut, sees a whole file or none.
 *
 * Files are readable by their owner alone (0600, directories 0700): the API and the worker run as the same user.
 */
export class LocalStorage extends Storage {
  private readonly root: string;
  private readonly incoming: string;
  private readonly blobs: string;

  constructor(directory: string) {
    super();
    this.root = resolve(directory);
    this.incoming = join(this.root, 'incoming');
    this.blobs = join(this.root, 'blobs');
  }

  override async put(source: Readable, options: { maxBytes?: number } = {}): Promise<StoredBytes> {
    const { path, stored } = await this.write(source, options.maxBytes);
    try {
      await this.place(path, stored.sha256);
      return stored;
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  override putTogether(): PutTogether {
    return new LocalPutTogether({
      write: (source) => this.write(source),
      pathOf: (sha256) => this.pathOf(sha256),
      directoriesOf: (path) => this.directoriesOf(path),
    });
  }

  /**
   * Makes a stored file of one that lies in the same directory and that nobody writes into any more, without copying it;
   * it keeps its old name besides. Undefined where the file system has no second names for files. It is read unless what is
   * in it is known.
   */
  async adopt(path: string, known?: StoredBytes): Promise<StoredBytes | undefined> {
    const stored = known ?? (await measure(path));
    const second = join(this.incoming, randomUUID());
    await makeDirectory(this.incoming);
    try {
      await link(path, second);
    } catch (error) {
      if (isMissing(error)) throw error;
      return undefined;
    }
    // As if it had been put now: files without a row are judged by their age.
    await utimes(second, new Date(), new Date());
    await this.place(second, stored.sha256);
    // Two names of one file: there is nothing to rename then, and the second stays.
    await rm(second, { force: true });
    return stored;
  }

  override open(sha256: string, range?: ByteRange): Readable {
    return isAddress(sha256)
      ? createReadStream(this.pathOf(sha256), { ...range, highWaterMark: PIECE_BYTES })
      : notAnAddress();
  }

  override async size(sha256: string): Promise<number | undefined> {
    if (!isAddress(sha256)) return undefined;
    try {
      return (await stat(this.pathOf(sha256))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  override async remove(sha256: string): Promise<void> {
    if (isAddress(sha256)) await rm(this.pathOf(sha256), { force: true });
  }

  override async *list(): AsyncGenerator<ListedBytes> {
    for await (const { name, changedAt } of listFiles(this.blobs)) {
      if (isAddress(name)) yield { sha256: name, putAt: changedAt };
    }
  }

  override async clearHalfFiles(before: Date): Promise<number> {
    let cleared = 0;
    for await (const { path, changedAt } of listFiles(this.incoming)) {
      if (changedAt >= before) continue;
      await rm(path, { force: true });
      cleared += 1;
    }
    return cleared;
  }

  /** Writes what arrives beside what stands, flushed to the disk; nothing is left after a failure. */
  private async write(source: Readable, maxBytes = Number.POSITIVE_INFINITY) {
    const path = join(this.incoming, randomUUID());
    // A source may fail before it is read from; without a listener that would end the process.
    source.on('error', () => undefined);
    try {
      await makeDirectory(this.incoming);
      return { path, stored: await write(source, path, maxBytes) };
    } catch (error) {
      source.destroy();
      await rm(path, { force: true });
      throw error;
    }
  }

  /** The same bytes may already stand there, or another process may put them now: either way the same bytes win. */
  private async place(path: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(path, target);
    // Also those above: another process may have made them a moment ago and not flushed them yet.
    for (const directory of this.directoriesOf(dirname(target))) await flushDirectory(directory);
  }

  private directoriesOf(path: string): string[] {
    const above = dirname(path);
    return path === this.root || above === path ? [path] : [path, ...this.directoriesOf(above)];
  }

  private pathOf(sha256: string): string {
    return join(this.blobs, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function measure(path: string): Promise<StoredBytes> {
  const measured = new Measured(createReadStream(path, { highWaterMark: PIECE_BYTES }), Number.POSITIVE_INFINITY);
  for await (const bytes of measured) void bytes;
  return measured.stored();
}

async function write(source: Readable, path: string, maxBytes: number): Promise<StoredBytes> {
  const measured = new Measured(source, maxBytes);
  const file = await open(path, 'wx', 0o600);
  try {
    await writePieces(file, measured);
    await file.sync();
  } finally {
    await file.close();
  }
  return measured.stored();
}
