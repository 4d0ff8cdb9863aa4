import { Sql, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import type { Given } from '../../paths/given.js';
import { followRules } from '../engine/follow-rules.js';
import { StartRuns } from '../runs/start-runs.js';

const AT_ONCE = 500;

const TURNS = `exists (select from rule_run r where r.done_at is null)
    or exists (select from rule_version v where v.state = 'active' and v.effective_on <= $2
      and (v.ends_on is null or v.ends_on >= $2)
      and not exists (select from rule_run r where r.rule_version_id = v.id and r.kind = 'apply'))
    or exists (select from rule_version v where v.state = 'active' and v.ends_on < $2
      and not exists (select from rule_run r where r.rule_version_id = v.id and r.kind = 'end'))`;

/** Whether the calendar, or a run that has not got there yet, may have changed what rules say of a person; or of anybody. */
const WAITS = `
  select exists (select from rule_person k where k.person_id = $1 and k.next_on <= $2)
      or ${TURNS} as waits,
    exists (select from rule_person k where k.next_on <= $2) or ${TURNS} as anybody`;

/**
 * What changes by the calendar alone is caught up before the first read of a new London day: one person's before it is
 * shown to them, everybody's by the worker. Nothing depends on the worker having run.
 */
@Injectable()
export class CatchUp {
  /** The day on which nothing waits any more. */
  private caughtUpOn: string | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly starts: StartRuns,
  ) {}

  async person(personId: string, given: Given): Promise<void> {
    if (this.caughtUpOn === given.today) return;
    const found = await this.sql.row<{ waits: boolean; anybody: boolean }>('rules-wait', WAITS, [
      personId,
      given.today,
    ]);
    if (found?.waits) await this.follow([personId], given);
    if (found && !found.anybody) this.caughtUpOn = given.today;
  }

  /** Everybody; runs that are due are started and do the rest. */
  async everybody(given: Given): Promise<void> {
    if (this.caughtUpOn !== given.today) await this.turn(given);
  }

  /** The same, whatever is thought to be done already. */
  async turn(given: Given, signal?: AbortSignal): Promise<void> {
    let waits = await this.starts.due(given);
    for (;;) {
      if (signal?.aborted) return;
      const next = await this.sql.rows<{ id: string }>(
        'rules-turning',
        `select distinct person_id as id from rule_person where next_on <= $1 order by 1 limit ${AT_ONCE}`,
        [given.today],
      );
      if (next.length === 0) break;
      waits = true;
      await this.follow(
        next.map(({ id }) => id),
        given,
      );
    }
    if (!waits) this.caughtUpOn = given.today;
  }

  private follow(personIds: string[], given: Given): Promise<unknown> {
    return this.transactions.run({ actorId: null, at: given.at }, (tx) =>
      followRules(tx, given, { personIds, ruleId: null }),
    );
  }
}
