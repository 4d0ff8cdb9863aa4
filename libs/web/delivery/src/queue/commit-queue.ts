import type { CommitEntry, CommitResult, Launch } from '@lms/contracts';
import { LaunchSender } from './launch-sender.js';
import { isNewer, type TabMessage } from './tab-message.js';
import { Pauses } from './pauses.js';
import type { AsideReason, QueueDatabase, QueuedEntry } from './queue-database.js';
import { keepEntries, openQueueDatabase, waitingLaunches, waitingOf } from './queue-database.js';
import type { QueueStatus } from './queue-status.js';
import { StatusStore } from './queue-status.js';
import type { Fetch } from './send-batch.js';
import { bytesOf } from './take-batch.js';
import { Unsent } from './unsent.js';

export interface QueueDeps {
  personId: string;
  fetch: Fetch;
  now: () => Date;
  random: () => number;
  /** The window: says `online`, `offline` and `pagehide`. */
  events: EventTarget;
  isOnline: () => boolean;
  databaseName: string;
  /** One sender a launch across all tabs; without it two tabs may send the same entry, which the server allows. */
  locks: LockManager | null;
}

export type QueueEvent =
  | { type: 'taken'; launchId: string; seqs: number[]; result: CommitResult }
  | { type: 'superseded'; launchId: string }
  | { type: 'aside'; launchId: string; reason: AsideReason; count: number };

type Size = Pick<QueueStatus, 'waiting' | 'bytes'>;
const plus = (a: Size, b: Size, sign: 1 | -1 = 1): Size => ({
  waiting: a.waiting + sign * b.waiting,
  bytes: a.bytes + sign * b.bytes,
});

/**
 * The app page's commit queue: entries are on the disk before `add` resolves, and leave it only when the server has
 * confirmed them. One instance a signed-in person; what other people left in this browser is sent too (by their tokens),
 * but not counted.
 */
export class CommitQueue {
  readonly #status = new StatusStore();
  readonly #unsent = new Unsent();
  readonly #pauses = new Pauses();
  readonly #senders = new Map<string, { again: boolean; done: Promise<void> }>();
  readonly #listeners = new Set<(event: QueueEvent) => void>();
  readonly #superseded = new Set<string>();
  readonly #stop = new AbortController();
  readonly #tabs: BroadcastChannel | null;
  #database: Promise<QueueDatabase> | null = null;
  #followed: string | null = null;
  #led: Pick<Launch, 'attemptId' | 'launchId' | 'number'> | null = null;
  #counting = false;
  /** On its way to the disk: not in the database's count yet. */
  #writing = { waiting: 0, bytes: 0 };

  constructor(private readonly deps: QueueDeps) {
    const { events } = deps;
    const options = { signal: this.#stop.signal };
    events.addEventListener('online', () => this.#online(), options);
    events.addEventListener('offline', () => this.#status.change({ offline: true }), options);
    events.addEventListener('pagehide', () => this.#unsent.sendRemainder(deps.fetch), options);
    this.#tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(deps.databaseName);
    if (this.#tabs) this.#tabs.onmessage = (event: MessageEvent<TabMessage>) => this.#hear(event.data);
    this.#status.change({ offline: !deps.isOnline() });
  }

  /** For `useSyncExternalStore(queue.subscribe, queue.snapshot)`. */
  readonly subscribe = (listener: () => void): (() => void) => this.#status.subscribe(listener);
  readonly snapshot = (): QueueStatus => this.#status.snapshot();

  /** Calls `listener` for every event; answers how to stop. */
  onEvent(listener: (event: QueueEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** From now on `superseded`, `activityDone` and `courseDone` speak of this launch. */
  follow(launchId: string): void {
    this.#followed = launchId;
    this.#led = null;
    this.#status.change({ superseded: false, activityDone: false, courseDone: false });
  }

  /** Follows a launch of this page's own, and tells the other tabs of this browser that it has taken over from theirs. */
  lead(launch: Pick<Launch, 'attemptId' | 'launchId' | 'number'>): void {
    const { attemptId, launchId, number } = launch;
    this.follow(launchId);
    this.#led = { attemptId, launchId, number };
    const message: TabMessage = { type: 'launched', attemptId, number };
    this.#tabs?.postMessage(message);
  }

  /** Resolves when the entries are durable; sending goes on in the background. Rejects when this browser cannot keep them. */
  async add(launchId: string, commitToken: string, entries: CommitEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { personId } = this.deps;
    const rows = entries.map((entry): QueuedEntry => {
      return { launchId, seq: entry.seq, personId, commitToken, entry, bytes: bytesOf(entry) };
    });
    this.#unsent.add(rows);
    const size = { waiting: rows.length, bytes: rows.reduce((sum, row) => sum + row.bytes, 0) };
    this.#writing = plus(this.#writing, size);
    this.#status.change(plus(this.#status.snapshot(), size));
    try {
      await keepEntries(await this.#open(), rows);
    } finally {
      this.#writing = plus(this.#writing, size, -1);
      void this.flush(launchId);
      void this.#changed();
    }
  }

  /** Sends everything that an earlier visit left, of one person or of all. Resolves when it is sent or put aside. */
  async flushAll(personId?: string): Promise<void> {
    const launches = await waitingLaunches(await this.#open(), personId);
    // Whoever waits for this wants it tried now, not after the pause that follows a failure.
    this.#pauses.endAll();
    await this.#count();
    await Promise.all(launches.map((launchId) => this.flush(launchId)));
  }

  /** Resolves when nothing of this launch waits any more. Goes on trying for as long as the page lives. */
  flush(launchId: string): Promise<void> {
    const running = this.#senders.get(launchId);
    if (running) {
      running.again = true;
      return running.done;
    }
    const sender = { again: true, done: Promise.resolve() };
    sender.done = this.#run(launchId, sender).catch(() => undefined);
    this.#senders.set(launchId, sender);
    return sender.done;
  }

  /** Stops listening and waiting; what is queued stays queued. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#pauses.endAll();
    this.#tabs?.close();
    (await this.#database)?.close();
  }

  async #run(launchId: string, sender: { again: boolean }): Promise<void> {
    const { fetch, now, random, locks } = this.deps;
    const deps = { database: () => this.#open(), fetch, now, random, pause: this.#pauses.pause };
    const work = async (): Promise<void> => {
      while (sender.again && !this.#stop.signal.aborted) {
        sender.again = false;
        await new LaunchSender(launchId, deps, this.#events).drain();
      }
    };
    try {
      // The tab that comes second waits, then finds the queue empty.
      await (locks ? locks.request(`${this.deps.databaseName}:${launchId}`, work) : work());
    } finally {
      this.#senders.delete(launchId);
      // Something was added between the last look and the release of the lock.
      if (sender.again && !this.#stop.signal.aborted) void this.flush(launchId);
    }
  }

  readonly #events = {
    taken: (launchId: string, seqs: number[], result: CommitResult): void => {
      this.#unsent.drop(launchId, seqs);
      if (seqs.length > 0) this.#status.change({ lastSavedAt: this.deps.now().toISOString() });
      if (launchId === this.#followed) {
        const { activityDone, courseDone } = result;
        this.#status.change({ activityDone, courseDone });
      }
      this.#tell({ type: 'taken', launchId, seqs, result });
      if (result.superseded) this.#supersede(launchId);
      void this.#changed();
    },
    aside: (launchId: string, reason: AsideReason, rows: QueuedEntry[]): void => {
      this.#unsent.drop(
        launchId,
        rows.map((row) => row.seq),
      );
      this.#status.change({ aside: this.#status.snapshot().aside + rows.length });
      this.#tell({ type: 'aside', launchId, reason, count: rows.length });
      void this.#changed();
    },
    reached: (reached: boolean): void => this.#status.change({ offline: !reached || !this.deps.isOnline() }),
  };

  #hear(message: TabMessage): void {
    const led = this.#led;
    // The server would say so at the next commit; another tab of this browser knows it now.
    if (led && isNewer(message, led)) this.#supersede(led.launchId);
    else void this.#count();
  }

  #supersede(launchId: string): void {
    if (launchId === this.#followed) this.#status.change({ superseded: true });
    if (this.#superseded.has(launchId)) return;
    this.#superseded.add(launchId);
    this.#tell({ type: 'superseded', launchId });
  }

  #tell(event: QueueEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #online(): void {
    this.#status.change({ offline: false });
    this.#pauses.endAll();
    void this.flushAll().catch(() => undefined);
  }

  async #changed(): Promise<void> {
    const message: TabMessage = { type: 'changed' };
    if (!this.#stop.signal.aborted) this.#tabs?.postMessage(message);
    await this.#count();
  }

  async #count(): Promise<void> {
    if (this.#counting) return;
    this.#counting = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
    this.#counting = false;
    try {
      const counted = await waitingOf(await this.#open(), this.deps.personId);
      this.#status.change(plus(counted, this.#writing));
    } catch {
      // The page is closing or the browser took the database away: the number on the screen waits for the next change.
    }
  }

  #open(): Promise<QueueDatabase> {
    this.#database ??= openQueueDatabase(this.deps.databaseName, () => (this.#database = null)).catch(
      (error: unknown) => {
        this.#database = null;
        throw error;
      },
    );
    return this.#database;
  }
}
