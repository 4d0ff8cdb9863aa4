import type { RuntimeCall } from '@lms/contracts';
import type { MadeCall } from '../runtime/visit.js';

/** The log of one launch holds so many calls; what comes after is only counted. */
export const mostCalls = 5000;
const longest = 300;
const batch = 100;
const restMs = 3000;
const mostLate = 20;

/**
 * What the content called and was answered, for people who look for a fault later. Never in the way of what is saved: it is
 * handed on in batches, some time after, and what cannot be handed on is lost without harm.
 */
export class CallLog {
  #n = 0;
  #waiting: RuntimeCall[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #keep: ((calls: RuntimeCall[]) => void) | null = null;
  #late = 0;

  constructor(
    private readonly post: (calls: RuntimeCall[]) => void,
    private readonly now: () => Date = () => new Date(),
  ) {}

  add(sco: string, { call, element, value, answer, error }: MadeCall): void {
    this.#n += 1;
    if (this.#n > mostCalls || (this.#keep && !this.#isHeardLate())) return;
    this.#waiting.push({
      n: this.#n,
      at: this.now().toISOString(),
      sco,
      call,
      element: element.slice(0, longest),
      value: value.slice(0, longest),
      length: value.length,
      answer: answer.slice(0, longest),
      error,
    });
    if (this.#keep) return this.#late === mostLate || this.#late === 1 ? this.#keep(this.#waiting) : undefined;
    if (this.#waiting.length >= batch) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), restMs);
  }

  #isHeardLate(): boolean {
    this.#late += 1;
    return this.#late <= mostLate;
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const calls = this.#waiting;
    this.#waiting = [];
    if (calls.length > 0) this.post(calls);
  }

  /**
   * The page is going and nobody is there to be told: the rest, and the first of the content's last calls, are kept instead.
   * Writing costs time that the content's last values need more, so later ones go without.
   */
  leaving(keep: ((calls: RuntimeCall[]) => void) | null): void {
    this.#keep = keep;
    this.#late = 0;
    if (keep) keep(this.#waiting);
  }
}
