import { Clock, Jobs, Sql, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { GAVE_UP, RefuseUpload } from '../refuse-upload.js';

interface Stuck {
  id: string;
  sha256: string;
  /** Whether a job tried and gave up; else its job was lost, as when a backup is put back. */
  gaveUp: boolean;
}

// The job is written together with the row, so an unfinished row without a living job has lost it.
const LIVING = `
  select data ->> 'id' from pgboss.job where name = 'process-upload' and state in ('created', 'retry', 'active')`;

const STUCK = `
  select u.id, u.sha256, exists (
    select from pgboss.job j where j.name = 'process-upload' and j.data ->> 'id' = u.id::text and j.state = 'failed'
  ) as "gaveUp"
  from upload u where u.state in ('waiting', 'processing') and u.id::text not in (${LIVING})`;

const NOT_KEPT = `
  select id from arriving_upload where complete_at is not null and id::text not in (${LIVING})`;

/** Uploads that nobody works on any more: a worker that dies in its last try tells nobody. */
@Injectable()
export class StuckUploads {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly refuse: RefuseUpload,
    private readonly clock: Clock,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (const { id, sha256, gaveUp } of await this.sql.rows<Stuck>('stuck-uploads', STUCK)) {
      signal.throwIfAborted();
      if (gaveUp) await this.refuse.run({ id, sha256 }, 'not-processed', GAVE_UP, signal);
      else await this.again(id);
    }
    for (const { id } of await this.sql.rows<{ id: string }>('uploads-not-kept', NOT_KEPT)) {
      await this.again(id);
    }
  }

  private async again(id: string): Promise<void> {
    await this.transactions.run({ actorId: null, at: this.clock.now() }, (tx) =>
      this.jobs.send(tx, 'process-upload', { id }),
    );
  }
}
