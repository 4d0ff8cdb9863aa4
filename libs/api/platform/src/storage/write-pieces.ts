import type { FileHandle } from 'node:fs/promises';
import { EarlyFlush } from './early-flush.js';

/** What comes in small pieces is written together: each writing costs the same, however little it is. */
const AT_ONCE = 1024 * 1024;
/** IOV_MAX of Linux and macOS. */
const MOST_PIECES = 1024;

/**
 * Writes pieces where the file stands and answers how many bytes they were. When their source breaks off, what came
 * before is written and the source's error is thrown.
 */
export async function writePieces(file: FileHandle, pieces: AsyncIterable<Buffer>): Promise<number> {
  const early = new EarlyFlush(file);
  let waiting: Buffer[] = [];
  let [waitingBytes, written] = [0, 0];
  const flush = async (): Promise<void> => {
    if (waitingBytes > 0) await writeAll(file, waiting);
    written += waitingBytes;
    early.wrote(waitingBytes);
    [waiting, waitingBytes] = [[], 0];
  };
  try {
    for await (const piece of pieces) {
      waiting.push(piece);
      waitingBytes += piece.length;
      if (waitingBytes >= AT_ONCE) await flush();
    }
  } finally {
    try {
      await flush();
    } finally {
      await early.end();
    }
  }
  return written;
}

/** The system may take fewer bytes than it is given, and no more than so many pieces. */
async function writeAll(file: FileHandle, pieces: Buffer[]): Promise<void> {
  let left = pieces.filter((piece) => piece.length > 0);
  while (left.length > 0) {
    let { bytesWritten } = await file.writev(left.slice(0, MOST_PIECES));
    const at = left.findIndex((piece) => {
      if (bytesWritten < piece.length) return true;
      bytesWritten -= piece.length;
      return false;
    });
    const [begun, ...rest] = at < 0 ? [] : left.slice(at);
    left = begun ? [begun.subarray(bytesWritten), ...rest] : [];
  }
}
