import { Clock, Sql } from '@lms/api-platform';
import type { CommitResult } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

export type Committed = CommitResult & { differs: number[] };

interface Waiting {
  launchId: string;
  /** As commit_launch takes them. */
  entries: readonly Record<string, unknown>[];
  resolve: (answer: Committed | null) => void;
  reject: (error: unknown) => void;
}

/** Two, so that one is prepared while the other is flushed to the disk; a third when so many wait that it pays. */
const AT_ONCE = 2;
const MANY = 4;
const MOST_IN_ONE = 32;

const byLaunch = (a: Waiting, b: Waiting): number => (a.launchId < b.launchId ? -1 : a.launchId > b.launchId ? 1 : 0);

const COMMIT = `
  select commit_launch(x.launch, x.entries, $2, $3) as answer
  from jsonb_to_recordset($1) as x(launch uuid, entries jsonb)`;

/**
 * Commits that arrive while others are being written, or in the same turn of the event loop, go into transactions
 * together: under load they share the way to the database and its flush, and a single one waits for nobody. Each is
 * answered when it is durable. Should a transaction fail, each of its commits is tried alone, so that nobody pays for
 * somebody else's.
 */
@Injectable()
export class CommitBatches {
  private waiting: Waiting[] = [];
  private running = 0;
  private planned = false;

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Null for a launch that is not there or was revoked. */
  commit(launchId: string, entries: Waiting['entries']): Promise<Committed | null> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ launchId, entries, resolve, reject });
      this.plan();
    });
  }

  /** Begins when whatever else has arrived by now is read too: the first of sixteen would else go alone. */
  private plan(): void {
    if (this.planned || this.free() <= 0 || this.waiting.length === 0) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      this.begin();
    });
  }

  /** Shares what waits evenly between the transactions that are free, so that none is long while another is idle. */
  private begin(): void {
    const free = this.free();
    // Always in the same order, so that two transactions do not wait for each other.
    const taken = this.waiting.splice(0, free * MOST_IN_ONE).sort(byLaunch);
    const share = Math.ceil(taken.length / free);
    for (let at = 0; at < taken.length; at += share) this.run(taken.slice(at, at + share));
  }

  /** How many transactions may begin. */
  private free(): number {
    return AT_ONCE + (this.waiting.length >= MANY ? 1 : 0) - this.running;
  }

  private run(batch: readonly Waiting[]): void {
    this.running += 1;
    void this.write(batch).finally(() => {
      this.running -= 1;
      this.plan();
    });
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const rows = await this.sql.rows<{ answer: Committed | null }>('commit-launches', COMMIT, [
        JSON.stringify(batch.map(({ launchId, entries }) => ({ launch: launchId, entries }))),
        this.clock.now(),
        this.clock.today(),
      ]);
      batch.forEach(({ resolve }, at) => resolve(rows[at]?.answer ?? null));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await this.write([one]);
    }
  }
}
