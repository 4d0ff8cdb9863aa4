import type { EntryLog } from '../entry-log.js';

const at = 'waymark.at';
const route = 'waymark.route';
const count = 'waymark.route.pieces';
const piece = 60_000;

/**
 * What the player itself remembers of a course between launches, kept like everything else: as elements of the first part.
 */
export class Notes {
  #at: string | null;
  #route: string | null;

  /** @param elements those of the part that holds the notes */
  constructor(
    private readonly log: EntryLog,
    private readonly holder: string,
    elements: Record<string, string>,
  ) {
    this.#at = elements[at] || null;
    const pieces = Number(elements[count] ?? 0) || 0;
    const text = Array.from({ length: pieces }, (_, n) => elements[`${route}.${n}`] ?? '').join('');
    this.#route = text === '' ? null : text;
  }

  /** The part that was open last. */
  get at(): string | null {
    return this.#at;
  }

  get route(): string | null {
    return this.#route;
  }

  keep(identifier: string | null, state: string | null): void {
    if (identifier !== null && identifier !== this.#at) {
      this.#at = identifier;
      this.log.set(this.holder, at, identifier);
    }
    if (state === null || state === this.#route) return;
    this.#route = state;
    const pieces = Math.ceil(state.length / piece);
    for (let n = 0; n < pieces; n += 1) {
      this.log.set(this.holder, `${route}.${n}`, state.slice(n * piece, (n + 1) * piece));
    }
    this.log.set(this.holder, count, String(pieces));
  }
}
