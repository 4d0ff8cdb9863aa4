import { ProblemError } from '@lms/api-platform';

/** Told only to whoever knows the PIN. */
export const cardExpired = (): ProblemError =>
  new ProblemError(401, 'card-expired', 'This card is too old. Ask whoever gave it to you for a new one.');
