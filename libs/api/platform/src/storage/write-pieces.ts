import type { FileHandle } from 'node:fs/promises';
import { EarlyFlush } from './early-flush.js';

/** What comes in small pieces is written together: each writing costs the same, however little it is. */
const AT_ONCE = 1024 * 1024;

/**
 * Writes pieces where the file stands and answers how many bytes they were. When their source breaks off, what came
 * before is written and the source's error is thrown.
 */
export async function writePieces(file: FileHandle, pieces: AsyncIterable<Buffer>): Promise<number> {
  const early = new EarlyFlush(file);
  let waiting: Buffer[] = [];
  let [waitingBytes, written] = [0, 0];
  const flush = async (): Promise<void> => {
    const [first, ...others] = waiting;
    // `write` may take fewer bytes than it is given; `writeFile` on a handle goes on where it stands until all are in.
    if (first) await file.writeFile(others.length > 0 ? Buffer.concat(waiting, waitingBytes) : first);
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
