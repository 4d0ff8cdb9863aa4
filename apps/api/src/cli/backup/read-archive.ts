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
      yield { name: entry.header.name, size: entry.header.size ?? 0, bytes: entry };
    }
  } catch (error) {
    throw readingFailed(file, error);
  } finally {
    source.destroy();
    gunzip.destroy();
    tar.destroy();
  }
}

function readingFailed(file: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new Refusal(`There is no file ${file}.`);
  if (code.startsWith('Z_') || /tar|unexpected end/i.test(error.message)) {
    return new Refusal(`${file} is damaged or is not a backup; nothing was put back.`);
  }
  return error;
}
