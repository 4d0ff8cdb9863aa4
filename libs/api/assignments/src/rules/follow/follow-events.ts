import { Subscribers, type Tx } from '@lms/api-platform';
import { londonDate, managersReadBy } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Given } from '../../paths/given.js';
import { followRules } from '../engine/follow-rules.js';
import { rulesInForce } from '../engine/rule-in-force.js';
import { StartRuns } from '../runs/start-runs.js';

const AT_ONCE = 1000;

/** Looks again at whoever an event names: computes from what stands now. */
@Injectable()
export class FollowEvents implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly starts: StartRuns,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('engagement.saved', async (tx, { personId }, at) => {
      const given = { at, today: londonDate(at) };
      if (personId) await follow(tx, given, [personId, ...(await reportsOf(tx, given, personId))]);
    });
    this.subscribers.on('rule-facts.changed', async (tx, { personId }, at) => {
      if (personId) await follow(tx, { at, today: londonDate(at) }, [personId]);
    });
    this.subscribers.on('organisation.moved', async (tx, { payload }, at) => {
      const organisationId = payload['organisationId'];
      if (organisationId) await this.starts.ofOrganisation(tx, { at, today: londonDate(at) }, organisationId);
    });
  }
}

async function follow(tx: Tx, given: Given, people: string[]): Promise<void> {
  const sorted = [...new Set(people)].sort();
  for (let from = 0; from < sorted.length; from += AT_ONCE) {
    await followRules(tx, given, { personIds: sorted.slice(from, from + AT_ONCE), ruleId: null });
  }
}

/** Those below somebody in the line, where a rule asks about it. */
async function reportsOf(tx: Tx, { today }: Given, personId: string): Promise<string[]> {
  const rules = await rulesInForce(tx, today, null);
  if (rules.every(({ predicate }) => managersReadBy(predicate).length === 0)) return [];
  const below: { id: string }[] = await tx.query(
    'select distinct person_id as id from engagement where id in (select engagements_under($1, $2))',
    [personId, today],
  );
  return below.map(({ id }) => id);
}
