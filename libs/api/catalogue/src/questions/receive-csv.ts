import type { IncomingMessage } from 'node:http';
import { ProblemError } from '@lms/api-platform';

/** Bytes of a file with questions. */
export const MOST_CSV = 5_000_000;

/** The body of a request that brings a file. Problems: 415 `media-type`, 413 `too-large`, 422 `invalid` when empty. */
export async function receiveCsv(request: IncomingMessage): Promise<Uint8Array> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'text/csv') throw new ProblemError(415, 'media-type', 'Send the file itself as text/csv.');
  if (Number(request.headers['content-length'] ?? 0) > MOST_CSV) throw tooLarge();
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.length;
    if (size > MOST_CSV) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const tooLarge = (): ProblemError =>
  new ProblemError(413, 'too-large', 'A file with questions has 5 MB at most.', undefined, { connection: 'close' });
