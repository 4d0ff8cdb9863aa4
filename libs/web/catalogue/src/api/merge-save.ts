import { isProblem } from '@lms/web-platform';

interface Merge<Base, Saved> {
  base: Base;
  /** Whether the other person changed any of the fields that are about to be saved. */
  clashes: (base: Base, theirs: Base) => boolean;
  send: (base: Base) => Promise<Saved>;
  /** What stands now; undefined when it is gone. */
  read: () => Promise<Base | undefined>;
}

/**
 * Saves some fields of a thing that others edit too. Somebody else's change of other fields is no conflict: it is read
 * and kept. A change of the same fields stays the problem that the API made of it, 412 `changed-meanwhile`.
 */
export async function mergeSave<Base, Saved>({ base, clashes, send, read }: Merge<Base, Saved>): Promise<Saved> {
  try {
    return await send(base);
  } catch (error) {
    if (!isProblem(error, 'changed-meanwhile')) throw error;
    const theirs = await read();
    if (theirs === undefined || clashes(base, theirs)) throw error;
    return send(theirs);
  }
}

/** Whether any of the named fields is another one now. */
export const differsIn = <T extends object>(fields: readonly string[], one: T, other: T): boolean =>
  fields.some((field) => JSON.stringify(one[field as keyof T]) !== JSON.stringify(other[field as keyof T]));
