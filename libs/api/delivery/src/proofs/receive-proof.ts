import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { Invalid, ProblemError, type Storage, type StoredBytes, TooManyBytes } from '@lms/api-platform';
import { HEAD_BYTES, type ProofType, proofTypeOf } from './proof-kind.js';

export const MOST_PROOF_BYTES = 20 * 1024 * 1024;

/** The rest of the body is not waited for. */
const CLOSE = { connection: 'close' };

export interface ReceivedProof<T extends ProofType> extends StoredBytes {
  mediaType: T;
}

/**
 * Streams a picture or document into the storage, and looks at its first bytes before any of it is kept. Problems: 415
 * `media-type`, 413 `too-large`, 422 `invalid` for an empty or another kind of file, 400 `upload-cut-off`; nothing is
 * kept after any of them.
 */
export async function receiveProof<T extends ProofType>(
  storage: Storage,
  request: IncomingMessage,
  taken: readonly T[],
): Promise<ReceivedProof<T>> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/octet-stream') {
    throw new ProblemError(415, 'media-type', 'Send the file itself as application/octet-stream.', undefined, CLOSE);
  }
  if (Number(request.headers['content-length'] ?? 0) > MOST_PROOF_BYTES) throw tooLarge();
  let mediaType: T | undefined;
  const looked = lookAt(request, taken, (found) => (mediaType = found));
  try {
    const stored = await storage.put(Readable.from(looked), { maxBytes: MOST_PROOF_BYTES });
    if (!mediaType) throw new Error('A file was kept that nobody looked at');
    return { ...stored, mediaType };
  } catch (error) {
    if (error instanceof TooManyBytes) throw tooLarge();
    if (isCutOff(error)) {
      throw new ProblemError(400, 'upload-cut-off', 'The file stopped arriving half-way. Nothing was kept; try again.');
    }
    throw error;
  }
}

/** The same bytes, once their beginning is one of the kinds that are taken. */
async function* lookAt<T extends ProofType>(
  source: AsyncIterable<Buffer>,
  taken: readonly T[],
  tell: (type: T) => void,
): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  const check = (bytes: Buffer): void => {
    const type = proofTypeOf(bytes);
    const found = taken.find((one) => one === type);
    if (!found) throw notTaken(bytes.length === 0, taken);
    tell(found);
  };
  for await (const piece of source) {
    if (head === null) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < HEAD_BYTES) continue;
    check(head);
    yield head;
    head = null;
  }
  if (head === null) return;
  check(head);
  yield head;
}

function notTaken(empty: boolean, taken: readonly ProofType[]): ProblemError {
  const kinds = taken.includes('application/pdf' as never)
    ? 'a picture (JPEG, PNG or WebP) or a PDF'
    : 'a picture (JPEG, PNG or WebP)';
  const message = empty ? 'The file is empty.' : `This is not ${kinds}. Take a photo of it instead.`;
  return new Invalid([{ path: 'file', message }], message);
}

function tooLarge(): ProblemError {
  return new ProblemError(
    413,
    'too-large',
    'The file is larger than 20 MB, the most that is accepted.',
    undefined,
    CLOSE,
  );
}

function isCutOff(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
