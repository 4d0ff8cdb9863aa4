import { BoundedCache, Sql, Transactions } from '@lms/api-platform';
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

/** Whether the calendar may have changed what rules say of a person; of somebody; and whether a run has not got there yet. */
const WAITS = `
  select exists (select from rule_person k where k.person_id = $1 and k.next_on <= $2) as person,
    exists (select from rule_person k where k.next_on <= $2) as somebody,
    ${TURNS} as runs`;

interface Waits {
  person: boolean;
  somebody: boolean;
  runs: boolean;
}

/**
 * What changes by the calendar alone is caught up before the first read of a new London day: one person's before it is
 * shown to them, everybody's by the worker. Nothing depends on the worker having run.
 */
@Injectable()
export class CatchUp {
  /** The day on which nothing waits any more. */
  private caughtUpOn: string | null = null;
  /** The day for which each person was caught up while others still waited: their next read of it asks nothing. */
  private readonly caughtUp = new BoundedCache<string>(50_000);

  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly starts: StartRuns,
  ) {}

  async person(personId: string, given: Given): Promise<void> {
    if (this.caughtUpOn === given.today || this.caughtUp.get(personId) === given.today) return;
    const found = await this.sql.row<Waits>('rules-wait', WAITS, [personId, given.today]);
    if (found?.person || found?.runs) await this.follow([personId], given);
    // While a run is under way, another may begin: what a person is owed is asked for at each read.
    if (!found || found.runs) return;
    if (found.somebody) this.caughtUp.set(personId, given.today);
    else this.caughtUpOn = given.today;
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
