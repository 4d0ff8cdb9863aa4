import type { Actor } from './actor.js';

/** Who somebody is and what they may do today, for work that is done for them while they are away. Identity fills this port. */
export abstract class Actors {
  /** Null for who may not sign in any more: a leaver, a merged entry, nobody. */
  abstract of(personId: string): Promise<Actor | null>;
}
