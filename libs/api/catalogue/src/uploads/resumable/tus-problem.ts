import { NotFound, ProblemError } from '@lms/api-platform';
import { CLOSE } from '../upload-problems.js';

const KNOWN: Readonly<Record<number, [code: string, sentence: string]>> = {
  400: ['bad-request', 'The request could not be read.'],
  403: ['not-a-piece', 'Say where this piece of the file belongs, in the Upload-Offset header.'],
  409: ['wrong-offset', 'This piece does not follow the last one.'],
  410: ['upload-expired', 'This upload was left for too long and is forgotten. Begin it again.'],
  412: ['tus-version', 'Say which version of the tus protocol is meant: Tus-Resumable: 1.0.0.'],
  413: ['too-large', 'That is more than was announced.'],
  415: ['media-type', 'Send a piece of the file as application/offset+octet-stream.'],
};

/** What the tus server refused, as this API says it. */
export function tusProblem(status: number, headers: Record<string, string>): ProblemError {
  if (status === 404) return new NotFound();
  if (status === 501) return new ProblemError(400, 'not-offered', 'This part of the tus protocol is not offered here.');
  const known = KNOWN[status];
  const [code, sentence] = known ?? ['our-fault', 'Something went wrong on our side. Try again.'];
  // The rest of the body is not waited for.
  return new ProblemError(known ? status : 500, code, sentence, undefined, { ...headers, ...CLOSE });
}
