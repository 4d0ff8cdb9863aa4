import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Manifest } from './manifest.js';

/**
 * Writes a gzip'ed tar beside its final name and renames it when all of it is on the disk. Each entry is streamed, and
 * its size and SHA-256 are noted. Readable by its owner alone.
 */
export class ArchiveWriter {
  readonly entries: Manifest['entries'] = [];
  private readonly tar = pack();
  private readonly partial: string;
  private readonly written: Promise<void>;

  constructor(private readonly file: string) {
    this.partial = `${file}.partial-${process.pid}`;
    this.written = pipeline(this.tar, createGzip(), createWriteStream(this.partial, { mode: 0o600, flags: 'wx' }));
    // Told by whoever awaits it; an unheard rejection would end the process before that.
    this.written.catch(() => undefined);
  }

  /** `size` must be known beforehand: tar says it first. Throws when other bytes come. */
  async add(name: string, size: number, source: Readable): Promise<string> {
    const hash = createHash('sha256');
    const entry = this.tar.entry({ name, size, mode: 0o600 });
    await Promise.race([
      this.written.then(() => Promise.reject(new Error('The backup ended early'))),
      pipeline(
        source,
        async function* (pieces: AsyncIterable<Buffer>) {
          for await (const piece of pieces) {
            hash.update(piece);
            yield piece;
          }
        },
        entry,
      ),
    ]);
    const sha256 = hash.digest('hex');
    this.entries.push({ name, size, sha256 });
    return sha256;
  }

  /** Writes first where it has room, to learn the size; what was there is removed. */
  async addSpooled(name: string, source: Readable): Promise<void> {
    const spool = `${this.partial}-entry`;
    try {
      await pipeline(source, createWriteStream(spool, { mode: 0o600 }));
      await this.add(name, (await stat(spool)).size, createReadStream(spool));
    } finally {
      await rm(spool, { force: true });
    }
  }

  async addText(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.add(name, bytes.length, Readable.from([bytes]));
  }

  async finish(): Promise<void> {
    this.tar.finalize();
    await this.written;
    const handle = await open(this.partial, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(this.partial, this.file);
  }

  async discard(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
    await rm(this.partial, { force: true });
  }
}
