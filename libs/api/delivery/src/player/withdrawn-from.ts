import { Conflict } from '@lms/api-platform';

/** Nobody is kept in a course that they took themselves out of; its page in the catalogue is the way back. */
export const withdrawnFrom = (): Conflict =>
  new Conflict('withdrawn', 'You have withdrawn from this course. What you did in it is kept. Enrol again to go on.');
