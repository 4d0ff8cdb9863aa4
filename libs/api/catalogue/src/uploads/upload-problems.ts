import { Invalid, ProblemError } from '@lms/api-platform';
import { sizeInWords } from '../packages/package-limits.js';

/** The rest of the body is not waited for. */
export const CLOSE = { connection: 'close' };

/** 413 `too-large`. */
export function tooLarge(maxBytes: number): ProblemError {
  const sentence = `The file is larger than ${sizeInWords(maxBytes)}, the most that is accepted.`;
  return new ProblemError(413, 'too-large', sentence, undefined, CLOSE);
}

/** 422: there is nothing in it. */
export const emptyFile = (): ProblemError => new Invalid([{ path: 'body', message: 'The file is empty.' }]);

/** Throws 422 for a file's name that nobody could be shown. */
export function assertName(name: string): void {
  if (!/\p{Cc}/u.test(name)) return;
  throw new Invalid([{ path: 'name', message: 'The name of the file holds a character that cannot be shown.' }]);
}
