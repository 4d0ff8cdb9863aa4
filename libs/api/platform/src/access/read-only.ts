import { Forbidden } from '../http/problem.js';

/** Whoever looks through somebody's eyes changes nothing, whatever that person may do. */
export const readOnly = (): Forbidden =>
  new Forbidden('impersonation-read-only', 'You are looking through somebody’s eyes, and nothing can be changed.');
