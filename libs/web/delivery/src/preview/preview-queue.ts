import type { CommitEntry, Launch } from '@lms/contracts';
import type { PlayerQueue } from '../queue/player-queue.js';
import { StatusStore } from '../queue/queue-status.js';

/**
 * A queue that takes everything and keeps nothing: no database, no other tabs, no request. It only says whether what was
 * reported would make the activity done.
 */
export class PreviewQueue implements PlayerQueue {
  readonly #status = new StatusStore();

  /** @param report what a launch reported; true when that makes its activity done */
  constructor(private readonly report: (launchId: string, entries: readonly CommitEntry[]) => boolean) {}

  readonly subscribe = (listener: () => void): (() => void) => this.#status.subscribe(listener);
  readonly snapshot = () => this.#status.snapshot();
  readonly onEvent = (): (() => void) => () => undefined;
  readonly flushAll = (): Promise<void> => Promise.resolve();
  /** Nothing of a visit reaches the server. */
  readonly request = (): Promise<Response> => Promise.resolve(Response.json({}, { status: 401 }));

  follow(_launchId: string): void {
    this.#status.change({ superseded: false, activityDone: false, courseDone: false });
  }

  lead(launch: Pick<Launch, 'launchId'>): void {
    this.follow(launch.launchId);
  }

  add(launchId: string, _commitToken: string, entries: CommitEntry[]): Promise<void> {
    if (this.report(launchId, entries)) this.#status.change({ activityDone: true });
    return Promise.resolve();
  }
}
