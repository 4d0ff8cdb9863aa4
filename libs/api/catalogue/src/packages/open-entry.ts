import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ZipFile } from 'yauzl';
import type { CheckedEntry } from './check-entries.js';
import { PackageRefusal, quoted } from './package-refusal.js';
import type { StorageReader } from './storage-reader.js';
import { refusalOf } from './zip-directory.js';

const SMALL_BYTES = 32 * 1024;
const PIECE_BYTES = 64 * 1024;

/** A zip file that is being read. */
export interface OpenZip {
  zip: ZipFile;
  reader: StorageReader;
}

/**
 * Unpacks one entry piece by piece, counting the real bytes and checking their sum, whatever the listing declares.
 * Refusals: `size-mismatch`, `damaged`, `truncated`, `overlapping-entries`. What the storage throws comes as it is.
 */
export async function* unpackEntry(from: OpenZip, checked: CheckedEntry, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const { path, entry } = checked;
  let size = 0;
  let sum = 0;
  for await (const piece of rawPieces(from, checked)) {
    signal?.throwIfAborted();
    size += piece.length;
    if (size > entry.uncompressedSize) throw sizeMismatch(path, entry.uncompressedSize);
    sum = crc32(piece, sum);
    yield piece;
  }
  if (size !== entry.uncompressedSize) throw sizeMismatch(path, entry.uncompressedSize);
  if (sum !== entry.crc32) throw damaged(path, 'The checksum differs');
}

async function* rawPieces(from: OpenZip, { path, entry, endsBefore }: CheckedEntry): AsyncGenerator<Buffer> {
  const start = await dataStart(from, path, entry);
  const end = start + entry.compressedSize;
  if (end > endsBefore) {
    throw new PackageRefusal('overlapping-entries', `The entry ${quoted(path)} overlaps another part of the zip file.`);
  }
  if (entry.compressedSize === 0) return;
  // Small ones lie in a row: one read brings many of them.
  const small = entry.compressedSize <= SMALL_BYTES;
  const source = small ? Readable.from([await from.reader.read(start, end - start)]) : from.reader.stream(start, end);
  if (entry.compressionMethod === 0) return yield* source;
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  // An error of either stage reaches the reader of the last one; the callback keeps it from being thrown besides.
  pipeline(source, inflate, () => undefined);
  try {
    yield* inflate;
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    throw code.startsWith('Z_') ? damaged(path, code) : error;
  } finally {
    source.destroy();
  }
}

async function dataStart({ zip, reader }: OpenZip, path: string, entry: CheckedEntry['entry']): Promise<number> {
  const header = await reader.read(entry.relativeOffsetOfLocalHeader, 4);
  if (header.length < 4) throw await refusalOf('unexpected EOF', reader);
  try {
    return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch (error) {
    throw damaged(path, String((error as { message?: unknown }).message));
  }
}

function sizeMismatch(path: string, declared: number): PackageRefusal {
  return new PackageRefusal(
    'size-mismatch',
    `The file ${quoted(path)} is not as large as the zip file says. Make the zip file again.`,
    `${declared} bytes are declared`,
  );
}

function damaged(path: string, detail: string): PackageRefusal {
  return new PackageRefusal('damaged', `The file ${quoted(path)} in the zip file is damaged. Make it again.`, detail);
}
