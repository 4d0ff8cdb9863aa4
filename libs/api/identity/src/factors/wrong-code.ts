import { ProblemError } from '@lms/api-platform';

/** One sentence for a code that is wrong, too old, or was used. */
export const wrongCode = (): ProblemError =>
  new ProblemError(422, 'wrong-code', 'This code is not right, or it was used already. Wait for the next one.', [
    { path: 'code', message: 'This code is not right, or it was used already. Wait for the next one.' },
  ]);
