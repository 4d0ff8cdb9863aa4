import type { QueuedEntry } from './queue-database.js';
import { takeSmall } from './take-batch.js';
import type { Fetch } from './send-batch.js';
import { commitRequest, commitsPath } from './send-batch.js';

/** Browsers allow 64 kB of requests that outlive their page, all together. */
export const keepaliveBytes = 60_000;

/**
 * This page's own entries that nobody has confirmed yet, in memory: the database cannot be read while a page closes.
 */
export class Unsent {
  readonly #launches = new Map<string, Map<number, QueuedEntry>>();

  add(rows: QueuedEntry[]): void {
    for (const row of rows) {
      const launch = this.#launches.get(row.launchId) ?? new Map<number, QueuedEntry>();
      this.#launches.set(row.launchId, launch.set(row.seq, row));
    }
  }

  drop(launchId: string, seqs: Iterable<number>): void {
    const launch = this.#launches.get(launchId);
    for (const seq of seqs) launch?.delete(seq);
    if (launch?.size === 0) this.#launches.delete(launchId);
  }

  /** One last try while the page closes. Whatever happens to it, the entries still wait in the database. */
  sendRemainder(fetch: Fetch): void {
    let budget = keepaliveBytes;
    for (const [launchId, launch] of this.#launches) {
      const rows = takeSmall(launch.values(), budget - 200).slice(0, 200);
      const first = rows[0];
      if (!first) continue;
      budget -= rows.reduce((sum, row) => sum + row.bytes, 200);
      const request = commitRequest(
        first.commitToken,
        rows.map((row) => row.entry),
      );
      void fetch(commitsPath(launchId), { ...request, keepalive: true }).catch(() => undefined);
    }
  }
}
