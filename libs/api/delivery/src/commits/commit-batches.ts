import { Clock, Sql } from '@lms/api-platform';
import type { CommitResult } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { Batches } from './batches.js';

export type Committed = CommitResult & { differs: number[] };

interface Commit {
  launchId: string;
  /** As commit_launch takes them. */
  entries: readonly Record<string, unknown>[];
}

/** Two, so that one is prepared while the other is flushed to the disk; a third when so many wait that it pays. */
const TRANSACTIONS = { atOnce: 2, many: 4 };

const COMMIT = `
  select commit_launch(x.launch, x.entries, $2, $3) as answer
  from jsonb_to_recordset($1) as x(launch uuid, entries jsonb)`;

/** Commits that arrive together are written together. */
@Injectable()
export class CommitBatches {
  private readonly batches = new Batches<Commit, Committed | null>(
    (commits) => this.write(commits),
    ({ launchId }) => launchId,
    TRANSACTIONS,
  );

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Null for a launch that is not there or was revoked. */
  commit(launchId: string, entries: Commit['entries']): Promise<Committed | null> {
    return this.batches.add({ launchId, entries });
  }

  private async write(commits: readonly Commit[]): Promise<(Committed | null)[]> {
    const rows = await this.sql.rows<{ answer: Committed | null }>('commit-launches', COMMIT, [
      JSON.stringify(commits.map(({ launchId, entries }) => ({ launch: launchId, entries }))),
      this.clock.now(),
      this.clock.today(),
    ]);
    return rows.map(({ answer }) => answer);
  }
}
