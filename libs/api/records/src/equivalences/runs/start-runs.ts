import { type Ctx, Jobs, Sql, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { WorkRuns } from './work-runs.js';

/** So many are done while somebody waits for the answer; more are left to the worker. */
const AT_ONCE = 200;

interface NewRun {
  kind: 'apply' | 'withdraw';
  dry: boolean;
  equivalenceId: string;
  versionId?: string;
  seen?: number;
  reason?: string;
}

@Injectable()
export class StartRuns {
  constructor(
    private readonly sql: Sql,
    private readonly jobs: Jobs,
    private readonly work: WorkRuns,
  ) {}

  /** Writes the run down and leaves it to the worker, from when the transaction commits. */
  async start(tx: Tx, ctx: Ctx, { kind, dry, equivalenceId, versionId, seen, reason }: NewRun): Promise<string> {
    const id = uuid();
    await tx.query(
      `insert into equivalence_run (id, kind, dry, equivalence_id, equivalence_version_id, seen, reason, requested_by, requested_at, moved_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [id, kind, dry, equivalenceId, versionId ?? null, seen ?? null, reason ?? '', ctx.actor.personId, ctx.now],
    );
    await this.jobs.send(tx, 'work-equivalence', { id });
    return id;
  }

  /** Few people are done with at once, so that the answer says what came of it. */
  async hurry(id: string): Promise<void> {
    const row = await this.sql.row<{ few: boolean }>(
      'few-in-run',
      `select (select count(*) from (select from people_of_equivalence(r.equivalence_version_id)
           union all select from people_counted_by(case when r.kind = 'withdraw' then r.equivalence_id end) limit ${AT_ONCE + 1}) p)
         <= ${AT_ONCE} as few
       from equivalence_run r where r.id = $1 and r.done_at is null`,
      [id],
    );
    if (row?.few) await this.work.run(id, undefined, 20);
  }
}
