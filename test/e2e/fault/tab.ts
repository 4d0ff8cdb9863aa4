import type { CommitEntry, CommitResult, Launch, OpenedActivity } from '@lms/contracts';
import { EntryLog } from '../../../apps/content-frame/src/entry-log.js';
import { Journal } from '../../../apps/content-frame/src/journal.js';
import { CommitQueue } from '../../../libs/web/delivery/src/queue/commit-queue.js';
import { Disk, insertDisk, pullPlug } from './fake-indexed-db.js';
import { FakeStorage } from './fake-storage.js';
import type { Random } from './random.js';

/** What stays when a tab is closed: the app's database and the content host's storage. */
export class Device {
  readonly disk = new Disk();
  readonly storage = new FakeStorage();

  constructor(readonly name: string) {
    insertDisk(name, this.disk);
  }
}

export interface Seen {
  written(launchId: string, entry: CommitEntry): void;
  acknowledged(launchId: string, seqs: number[], result: CommitResult): void;
}

const patienceMs = 10_000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * One tab of the player: the app's own queue and the frame's own numbering and journal, with a port between them that is lost when
 * the tab is. Only the browser is played.
 */
export class Tab {
  readonly queue: CommitQueue;
  readonly #window = new EventTarget();
  readonly #gone = new AbortController();
  readonly #journal: Journal;
  readonly #keeping = new Set<Promise<void>>();
  #log: EntryLog | null = null;
  launch: Launch | null = null;

  constructor(
    private readonly device: Device,
    private readonly origin: string,
    network: EventTarget,
    private readonly token: () => Promise<string>,
    random: Random,
    private readonly seen: Seen,
  ) {
    this.#journal = new Journal(device.storage);
    this.queue = new CommitQueue({
      personId: device.name,
      fetch: (path, init) => this.#fetch(path, init),
      now: () => new Date(),
      random: () => random.next(),
      events: this.#window,
      isOnline: () => true,
      databaseName: device.name,
      locks: null,
    });
    network.addEventListener('online', () => this.#window.dispatchEvent(new Event('online')), {
      signal: this.#gone.signal,
    });
    this.queue.onEvent((event) => {
      if (event.type === 'taken' && !this.isGone) seen.acknowledged(event.launchId, event.seqs, event.result);
    });
  }

  get isGone(): boolean {
    return this.#gone.signal.aborted;
  }

  /** Opens the course as the player does: leftovers first, then the launch. Rejects without signal. */
  async open(activityId: string): Promise<Launch> {
    const opened = await this.#post<OpenedActivity>(`/my/activities/${activityId}/open`);
    for (const { launchId, commitToken, entries } of this.#journal.leftovers()) {
      await this.queue.add(launchId, commitToken, entries);
      this.#journal.drop(
        launchId,
        entries.map((entry) => entry.seq),
      );
    }
    await Promise.race([this.queue.flushAll(), wait(patienceMs)]);
    const launch = await this.#post<Launch>(`/my/attempts/${opened.attemptId}/launches`);
    this.queue.lead(launch);
    this.launch = launch;
    this.#log = new EntryLog(launch, this.#journal, (entry) => {
      const keeping = this.#keep(launch, entry).finally(() => this.#keeping.delete(keeping));
      this.#keeping.add(keeping);
    });
    return launch;
  }

  /** The content sets elements within one task. */
  set(sco: string, elements: Record<string, string>): void {
    for (const [element, value] of Object.entries(elements)) this.#log?.set(sco, element, value);
    this.#log?.flush();
  }

  end(sco: string, elements: Record<string, string>): void {
    this.#log?.end(sco, elements);
  }

  /** Resolves when nothing of this device waits any more. */
  async flush(): Promise<void> {
    await Promise.all(this.#keeping);
    await this.queue.flushAll();
  }

  /** The tab goes; when `politely`, the browser lets the page say so. */
  async close(politely: boolean): Promise<void> {
    if (politely) this.#window.dispatchEvent(new Event('pagehide'));
    this.#gone.abort();
    pullPlug(this.device.name);
    // Nothing answers any more, and nothing is waited for.
    void this.queue.close();
    await wait(0);
  }

  async #keep(launch: Launch, entry: CommitEntry): Promise<void> {
    this.seen.written(launch.launchId, entry);
    await this.queue.add(launch.launchId, launch.commitToken, [entry]);
    if (!this.isGone) this.#log?.confirmed([entry.seq]);
  }

  async #post<Answer>(path: string): Promise<Answer> {
    const authorization = `Bearer ${await this.token()}`;
    const response = await this.#fetch(`/api/v1${path}`, { method: 'POST', headers: { authorization } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  #fetch(path: string, init: RequestInit): Promise<Response> {
    // A request that outlives its page goes on; nobody hears its answer.
    const ends = [this.#gone.signal, ...(init.signal ? [init.signal] : [])];
    const signal = init.keepalive ? AbortSignal.timeout(20_000) : AbortSignal.any(ends);
    const { credentials: _, cache: __, priority: ___, keepalive: ____, ...rest } = init;
    return fetch(this.origin + path, { ...rest, signal });
  }
}
