import { Clock, Sql, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { followRules } from '../engine/follow-rules.js';
import { RunRules } from '../runs/run-rules.js';
import { StartRuns } from '../runs/start-runs.js';

export interface Reconciled {
  people: number;
  /** Reasons that were missing, and those that nothing stood behind: both are put right. */
  given: number;
  ended: number;
  /** People for whom anything was different, also a date. */
  different: number;
}

const CHUNK = 1000;
const PEOPLE = `
  select p.id from person p
  where ($1::uuid is null or p.id > $1) and (exists (select from engagement e where e.person_id = p.id)
    or exists (select from assignment a where a.person_id = p.id))
  order by p.id limit ${CHUNK}`;

/** Computes everybody anew and puts right what is different; where events and runs did their work, nothing is. */
@Injectable()
export class Reconcile {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly starts: StartRuns,
    private readonly runs: RunRules,
  ) {}

  async run(onProgress: (people: number) => void = () => undefined): Promise<Reconciled> {
    const given = { at: this.clock.now(), today: this.clock.today() };
    await this.starts.due(given);
    const open = await this.sql.rows<{ id: string }>('open-runs', 'select id from rule_run where done_at is null');
    for (const { id } of open) await this.runs.run(id);
    const found: Reconciled = { people: 0, given: 0, ended: 0, different: 0 };
    let after: string | null = null;
    for (;;) {
      const rows: { id: string }[] = await this.sql.rows<{ id: string }>('reconcile-people', PEOPLE, [after]);
      const personIds = rows.map(({ id }) => id);
      if (personIds.length > 0) {
        const followed = await this.transactions.run({ actorId: null, at: given.at }, (tx) =>
          followRules(tx, given, { personIds, ruleId: null }),
        );
        found.given += followed.given;
        found.ended += followed.ended;
        found.different += followed.touched.length;
      }
      found.people += rows.length;
      onProgress(found.people);
      after = personIds.at(-1) ?? null;
      if (rows.length < CHUNK) return found;
    }
  }
}
