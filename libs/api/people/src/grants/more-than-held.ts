import { Forbidden } from '@lms/api-platform';

/** Whoever gives a role holds all that it opens. */
export const moreThanHeld = (): Forbidden =>
  new Forbidden(
    'more-than-held',
    'This role opens more than your own roles do, so somebody who holds it has to give it.',
  );
