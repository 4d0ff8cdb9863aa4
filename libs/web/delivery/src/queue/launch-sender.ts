import type { CommitResult } from '@lms/contracts';
import { backOff } from './back-off.js';
import type { AsideReason, QueueDatabase, QueuedEntry } from './queue-database.js';
import { allOfLaunch, dropEntries, firstEntries, putAside } from './queue-database.js';
import type { Fetch, SendOutcome } from './send-batch.js';
import { sendBatch } from './send-batch.js';
import { maxBatchEntries, takeBatch } from './take-batch.js';

export interface SenderDeps {
  database: () => Promise<QueueDatabase>;
  fetch: Fetch;
  now: () => Date;
  random: () => number;
  /** Resolves after so many milliseconds, or earlier when there is a reason to try at once. */
  pause: (ms: number) => Promise<void>;
}

export interface SenderEvents {
  taken(launchId: string, seqs: number[], result: CommitResult): void;
  aside(launchId: string, reason: AsideReason, rows: QueuedEntry[]): void;
  reached(reached: boolean): void;
}

/** Empties one launch's part of the queue, in order, until nothing waits or the server has said a final no. */
export class LaunchSender {
  #failures = 0;
  #limit = maxBatchEntries;

  constructor(
    private readonly launchId: string,
    private readonly deps: SenderDeps,
    private readonly events: SenderEvents,
  ) {}

  async drain(): Promise<void> {
    for (;;) {
      const database = await this.deps.database();
      const batch = takeBatch(await firstEntries(database, this.launchId, this.#limit), this.#limit);
      const first = batch[0];
      if (!first) return;
      const entries = batch.map((row) => row.entry);
      const outcome = await sendBatch(this.deps.fetch, this.launchId, first.commitToken, entries);
      this.events.reached(outcome.kind !== 'later' || outcome.reached);
      await this.#settle(database, batch, outcome);
    }
  }

  async #settle(database: QueueDatabase, batch: QueuedEntry[], outcome: SendOutcome): Promise<void> {
    switch (outcome.kind) {
      case 'taken':
        return this.#taken(database, batch, outcome.result);
      case 'ended':
        return this.#aside(database, await allOfLaunch(database, this.launchId), 'launch-ended');
      case 'differs':
      case 'refused':
      case 'too-large':
        // Narrowed down by halves, so that one bad entry does not hold up the good ones beside it.
        if (batch.length > 1) this.#limit = Math.ceil(batch.length / 2);
        else await this.#aside(database, batch, outcome.kind === 'differs' ? 'commit-differs' : 'refused');
        return;
      case 'later':
        this.#failures += 1;
        return this.deps.pause(backOff(this.#failures, this.deps.random(), outcome.retryAfterMs));
    }
  }

  async #taken(database: QueueDatabase, batch: QueuedEntry[], result: CommitResult): Promise<void> {
    const said = new Set(result.acknowledged);
    const seqs = batch.map((row) => row.seq).filter((seq) => said.has(seq));
    await dropEntries(database, this.launchId, seqs);
    this.events.taken(this.launchId, seqs, result);
    if (seqs.length > 0) {
      this.#failures = 0;
      this.#limit = Math.min(maxBatchEntries, this.#limit * 2);
      return;
    }
    this.#failures += 1;
    await this.deps.pause(backOff(this.#failures, this.deps.random()));
  }

  async #aside(database: QueueDatabase, rows: QueuedEntry[], reason: AsideReason): Promise<void> {
    await putAside(database, rows, reason, this.deps.now().toISOString());
    this.events.aside(this.launchId, reason, rows);
  }
}
