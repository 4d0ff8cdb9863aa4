/** What the player says about saving. A new object on every change, so that `useSyncExternalStore` can compare. */
export interface QueueStatus {
  /** Entries of this person that wait in this browser, whatever their launch. */
  waiting: number;
  bytes: number;
  /** ISO instant of the last time that the server confirmed something. */
  lastSavedAt: string | null;
  /** The browser says so, or the server could not be reached the last time. */
  offline: boolean;
  /** Of the followed launch. */
  superseded: boolean;
  activityDone: boolean;
  courseDone: boolean;
  /** Entries that were kept but will not be sent again, since the page was opened. */
  aside: number;
}

export class StatusStore {
  #status: QueueStatus = {
    waiting: 0,
    bytes: 0,
    lastSavedAt: null,
    offline: false,
    superseded: false,
    activityDone: false,
    courseDone: false,
    aside: 0,
  };
  readonly #listeners = new Set<() => void>();

  readonly snapshot = (): QueueStatus => this.#status;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  change(part: Partial<QueueStatus>): void {
    const next = { ...this.#status, ...part };
    const keys = Object.keys(next) as (keyof QueueStatus)[];
    if (keys.every((key) => next[key] === this.#status[key])) return;
    this.#status = next;
    for (const listener of [...this.#listeners]) listener();
  }
}
