import { Jobs, Transactions, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Given } from '../../paths/given.js';

/** Versions whose first day has come, and versions whose last day has gone by, that nobody has worked through yet. */
const DUE = `
  select v.id, v.rule_id as "ruleId", 'apply' as kind from rule_version v
  where v.state = 'active' and v.effective_on <= $1 and (v.ends_on is null or v.ends_on >= $1)
    and not exists (select from rule_run r where r.rule_version_id = v.id and r.kind = 'apply')
  union all
  select v.id, v.rule_id, 'end' from rule_version v
  where v.state = 'active' and v.ends_on < $1
    and not exists (select from rule_run r where r.rule_version_id = v.id and r.kind = 'end')`;

interface DueRun {
  id: string;
  ruleId: string;
  kind: 'apply' | 'end';
}

/** Work on many people is written down as a run and done by a job. A version is applied once, and ended once. */
@Injectable()
export class StartRuns {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  /** Starts what the calendar asks for; answers whether it asked for something. */
  async due(given: Given): Promise<boolean> {
    return this.transactions.run({ actorId: null, at: given.at }, async (tx) => {
      const due: DueRun[] = await tx.query(DUE, [given.today]);
      for (const { id, ruleId, kind } of due) await this.ofVersion(tx, given, { id, ruleId, kind, by: null });
      return due.length > 0;
    });
  }

  async ofVersion(tx: Tx, { at }: Given, { id, ruleId, kind, by }: DueRun & { by: string | null }): Promise<void> {
    const run = uuid();
    const made: unknown[] = await tx.query(
      `insert into rule_run (id, kind, rule_id, rule_version_id, requested_by, requested_at, moved_at)
       values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing returning id`,
      [run, kind, ruleId, id, by, at],
    );
    if (made.length > 0) await this.jobs.send(tx, 'follow-rules', { id: run });
  }

  /** An organisation that changed its kind or its place: its people and those below are looked at again. */
  async ofOrganisation(tx: Tx, { at }: Given, organisationId: string): Promise<void> {
    const id = uuid();
    await tx.query(
      `insert into rule_run (id, kind, organisation_id, requested_at, moved_at) values ($1, 'organisation', $2, $3, $3)`,
      [id, organisationId, at],
    );
    await this.jobs.send(tx, 'follow-rules', { id });
  }
}
