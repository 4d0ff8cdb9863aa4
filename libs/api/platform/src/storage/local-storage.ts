import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Storage, TooManyBytes } from './storage.js';
import type { ByteRange, StoredBytes } from './storage.js';

const ADDRESS = /^[0-9a-f]{64}$/;

/**
 * Keeps files below one directory of this machine: `blobs/ab/cd/<sha256>` for what stands, `incoming/<random>` for what
 * is still arriving. A file is renamed into place only when all its bytes are on the disk, so a reader, or the next
 * start after a power cut, sees a whole file or none.
 *
 * Files are readable by their owner alone (0600, directories 0700): the API and the worker run as the same user.
 */
export class LocalStorage extends Storage {
  private readonly incoming: string;
  private readonly blobs: string;

  constructor(directory: string) {
    super();
    const root = resolve(directory);
    this.incoming = join(root, 'incoming');
    this.blobs = join(root, 'blobs');
  }

  override async put(source: Readable, options: { maxBytes?: number } = {}): Promise<StoredBytes> {
    const arriving = join(this.incoming, randomUUID());
    // A source may fail before it is read from; without a listener that would end the process.
    source.on('error', () => undefined);
    try {
      await makeDirectory(this.incoming);
      const stored = await write(source, arriving, options.maxBytes ?? Number.POSITIVE_INFINITY);
      const target = this.pathOf(stored.sha256);
      await makeDirectory(dirname(target));
      // The same bytes may already stand there, or another process may put them now: either way the same bytes win.
      await rename(arriving, target);
      await flushDirectory(dirname(target));
      return stored;
    } catch (error) {
      source.destroy();
      await rm(arriving, { force: true });
      throw error;
    }
  }

  override open(sha256: string, range?: ByteRange): Readable {
    if (!ADDRESS.test(sha256)) {
      return new Readable({
        read() {
          this.destroy(new Error('This is not the address of a stored file'));
        },
      });
    }
    return createReadStream(this.pathOf(sha256), range);
  }

  override async size(sha256: string): Promise<number | undefined> {
    if (!ADDRESS.test(sha256)) return undefined;
    try {
      return (await stat(this.pathOf(sha256))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  override async remove(sha256: string): Promise<void> {
    if (ADDRESS.test(sha256)) await rm(this.pathOf(sha256), { force: true });
  }

  private pathOf(sha256: string): string {
    return join(this.blobs, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function write(source: Readable, path: string, maxBytes: number): Promise<StoredBytes> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of source) {
      const bytes: Buffer = Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
      size += bytes.length;
      if (size > maxBytes) throw new TooManyBytes(maxBytes);
      hash.update(bytes);
      // `write` may take fewer bytes than it is given; `writeFile` on a handle goes on where it stands until all are in.
      await file.writeFile(bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** Makes the directory and what is missing above it, and makes each new name survive a power cut. */
async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let at = path; at.length >= first.length; at = dirname(at)) await flushDirectory(dirname(at));
}

async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
