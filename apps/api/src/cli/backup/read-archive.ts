import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { Refusal } from '../refusal.js';

/** One entry of a backup; its bytes must be read to the end before the next one comes. */
export interface ArchiveEntry {
  name: string;
  size: number;
  bytes: AsyncIterable<Buffer>;
}

/** Goes through a backup from front to back. Throws Refusal where it cannot be read. */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  const tar = extract();
  source.on('error', (error) => tar.destroy(error));
  gunzip.on('error', (error) => tar.destroy(error));
  source.pipe(gunzip).pipe(tar);
  try {
    for await (const entry of tar) {
      yield { name: entry.header.name, size: entry.header.size ?? 0, bytes: buffersOf(file, entry) };
    }
  } catch (error) {
    throw readingFailed(file, error);
  } finally {
    source.destroy();
    gunzip.destroy();
    tar.destroy();
  }
}

/** What is wrong with the file can show while an entry is read, too. */
async function* buffersOf(file: string, entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  try {
    for await (const piece of entry) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('A tar entry consists of bytes');
      yield piece;
    }
  } catch (error) {
    throw readingFailed(file, error);
  }
}

function readingFailed(file: string, error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new Refusal(`There is no file ${file}.`);
  // What tar-stream says has no code.
  const fromTar = 'message' in error && /tar|unexpected end/i.test(String(error.message));
  if (!code.startsWith('Z_') && !fromTar) return error;
  return new Refusal(`${file} is damaged or is not a backup; nothing was put back.`);
}
