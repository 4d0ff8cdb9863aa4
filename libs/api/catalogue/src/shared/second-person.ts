import { type Actor, Forbidden } from '@lms/api-platform';
import type { VersionState } from '@lms/contracts';

export interface Authorship {
  state: VersionState;
  createdBy: string | null;
  submittedBy: string | null;
}

/** Why one person alone is not enough, as a sentence begins. */
const WHY = {
  mandatory: 'This is mandatory',
  'outside-hosts': 'A package in this uses other websites',
} as const;

/**
 * Nothing mandatory, and nothing that reaches outside, is published by one person alone: the version was submitted, and
 * whoever publishes it neither began nor submitted it. Forbidden `second-person-needed`, or `not-allowed` for a person who
 * may not approve.
 */
export function assertSecondPerson(version: Authorship, actor: Actor, why: keyof typeof WHY = 'mandatory'): void {
  if (version.state !== 'in-review') {
    throw new Forbidden(
      'second-person-needed',
      `${WHY[why]}, so a second person has to look at it. Submit it for review, and somebody else publishes it.`,
    );
  }
  if (isAuthor(version, actor)) {
    throw new Forbidden('second-person-needed', `${WHY[why]} and comes from you, so somebody else has to publish it.`);
  }
  if (!actor.permissions.has('courses.approve')) throw new Forbidden();
}

export function isAuthor(version: Pick<Authorship, 'createdBy' | 'submittedBy'>, actor: Actor): boolean {
  return version.createdBy === actor.personId || version.submittedBy === actor.personId;
}
