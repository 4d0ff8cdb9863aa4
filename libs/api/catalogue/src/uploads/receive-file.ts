import type { IncomingMessage } from 'node:http';
import { ProblemError, type Storage, type StoredBytes, TooManyBytes } from '@lms/api-platform';
import { CLOSE, tooLarge } from './upload-problems.js';

/**
 * Streams the body of a request into the storage, piece by piece. Problems: 415 `media-type`, 413 `too-large`, 400
 * `upload-cut-off`; nothing is kept after any of them.
 */
export async function receiveFile(storage: Storage, request: IncomingMessage, maxBytes: number): Promise<StoredBytes> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/octet-stream') {
    throw new ProblemError(415, 'media-type', 'Send the file itself as application/octet-stream.', undefined, CLOSE);
  }
  // What the sender announces can be refused before it travels.
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  try {
    return await storage.put(request, { maxBytes });
  } catch (error) {
    if (error instanceof TooManyBytes) throw tooLarge(maxBytes);
    if (isCutOff(error)) {
      throw new ProblemError(400, 'upload-cut-off', 'The file stopped arriving half-way. Nothing was kept; try again.');
    }
    throw error;
  }
}

function isCutOff(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
