import type { ProblemField, Tx } from '@lms/api-platform';
import type { AddPersonRequest } from '@lms/contracts';

const PATH = 'signInName';

/**
 * Identity gives the name later, when it hears of the new person; whether that will work is told to whoever types it.
 * The name is the one that was chosen, else the work e-mail, else the contact e-mail.
 */
export async function signInNameProblems(tx: Tx, request: AddPersonRequest): Promise<ProblemField[]> {
  const { person, engagement, signInName, invite } = request;
  const address = engagement.workEmail ?? person.contactEmail;
  const name = signInName ?? address;
  const malformed = signInName && malformedName(signInName);
  if (malformed) return [{ path: PATH, message: malformed }];
  if (invite && !address) {
    return [{ path: 'person.contactEmail', message: 'An invitation needs an e-mail address to go to.' }];
  }
  if (!name || !(await isTaken(tx, name))) return [];
  return [{ path: PATH, message: `Somebody signs in as ${name} already. Choose another sign-in name.` }];
}

/** A sentence about what keeps this from being a sign-in name; null when nothing does. */
export function malformedName(name: string): string | null {
  if (/\s/u.test(name)) return 'A sign-in name has no spaces.';
  if (name.includes('@') && !/^[^@]+@[^@]+\.[^@.]+$/u.test(name)) return 'This is not a whole e-mail address.';
  return null;
}

/**
 * What the event tells of the name. A work e-mail goes untold: identity finds it and ties it to the engagement, so that
 * it stops being a sign-in name when that ends.
 */
export function chosenName({ engagement, signInName }: AddPersonRequest): { signInName?: string } {
  if (!signInName || signInName.toLowerCase() === engagement.workEmail?.toLowerCase()) return {};
  return { signInName };
}

/** Whether somebody signs in by this name, in whatever capitals. */
export async function isTaken(tx: Tx, name: string): Promise<boolean> {
  const found: unknown[] = await tx.query('select id from sign_in_name where lower(name) = lower($1)', [name]);
  return found.length > 0;
}
