/** A beat is due this often; one that comes later than `longestMs` slept, and counts as this much. */
export const beatMs = 15_000;
export const longestMs = 90_000;

/**
 * How long a visit has lasted while the device was awake. Measured on the monotonic clock, so that a clock that is put
 * right, or another time zone, changes nothing; in short steps, because some devices let that clock run on while they sleep.
 */
export class AwakeClock {
  #counted = 0;
  #last: number;
  readonly #wallStart: number;

  /**
   * @param monotonic milliseconds that never go back (`performance.now`)
   * @param wall milliseconds of the calendar (`Date.now`), which a person can change
   */
  constructor(
    private readonly monotonic: () => number = () => performance.now(),
    private readonly wall: () => number = () => Date.now(),
  ) {
    this.#last = monotonic();
    this.#wallStart = wall();
  }

  /** Call it every `beatMs` or so; background tabs are allowed to be as slow as once a minute. */
  beat(): void {
    const now = this.monotonic();
    this.#counted += Math.min(Math.max(0, now - this.#last), longestMs);
    this.#last = now;
  }

  /** Milliseconds awake so far. */
  awake(): number {
    this.beat();
    return this.#counted;
  }

  /** Milliseconds by which the calendar went further than the visit lasted: sleep, or a clock put forward. */
  skipped(): number {
    return Math.max(0, this.wall() - this.#wallStart - this.awake());
  }
}
