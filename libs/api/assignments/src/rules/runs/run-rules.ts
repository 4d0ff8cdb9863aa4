import { Clock, Transactions, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import type { Given } from '../../paths/given.js';
import { LATE_NOTICE_DAYS } from '../../paths/path-days.js';
import { followRules } from '../engine/follow-rules.js';

const CHUNK = 1000;

interface Run {
  id: string;
  ruleId: string | null;
  organisationId: string | null;
  after: string | null;
  total: number | null;
}

const after = (id: string): string => `${id} > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')`;

/**
 * Everybody whom a rule may concern: who is engaged or left a few days ago, and who left before and has something by it still.
 * Those are looked up by their engagements, not among all that the rule has given meanwhile. $1 today, $2 the rule, $3 whom to
 * go on after.
 */
const OF_RULE = [
  `select e.person_id as id from engagement e
   where ${after('e.person_id')} and (e.ends_on is null or e.ends_on >= $1::date - ${LATE_NOTICE_DAYS})`,
  `select g.person_id as id from (
     select e.id, e.person_id from engagement e
     where ${after('e.person_id')} and e.ends_on < $1::date - ${LATE_NOTICE_DAYS} offset 0
   ) g
   where exists (
     select from assignment_reason r join rule_version v on v.id = r.rule_version_id
     where r.engagement_id = g.id and r.kind = 'rule' and r.ended_at is null and v.rule_id = $2
   ) or exists (
     select from path_enrolment n join rule_version v on v.id = n.rule_version_id
     where n.engagement_id = g.id and n.state = 'open' and v.rule_id = $2)`,
];
/** The same of an organisation and the tiers below it, $2. */
const OF_ORGANISATION = [
  `select e.person_id as id from engagement e
   where e.organisation_id in (select organisation_and_below($2)) and (e.ends_on is null or e.ends_on >= $1)
     and ${after('e.person_id')}`,
];

/** The next of them: no more are looked for anywhere than are taken. */
const nextOf = (sources: readonly string[]): string => `
  select p.id from (${sources
    .map((source) => `(select distinct s.id from (${source}) s order by s.id limit ${CHUNK})`)
    .join(' union ')}) p order by p.id limit ${CHUNK}`;

/**
 * Works through a run, a thousand people at a time, each chunk one transaction that also says how far it has got. Whoever
 * is killed leaves whole chunks; the next one goes on from there. Two at once take turns.
 */
@Injectable()
export class RunRules {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(id: string, signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted && (await this.chunk(id)));
  }

  private chunk(id: string): Promise<boolean> {
    const given = { at: this.clock.now(), today: this.clock.today() };
    return this.transactions.run({ actorId: null, at: given.at }, (tx) => next(tx, given, id));
  }
}

/** One chunk; false when nothing is left. */
async function next(tx: Tx, given: Given, id: string): Promise<boolean> {
  const runs: Run[] = await tx.query(
    `select id, rule_id as "ruleId", organisation_id as "organisationId", after_person as after, total
     from rule_run where id = $1 and done_at is null for update`,
    [id],
  );
  const [run] = runs;
  if (!run) return false;
  const who = run.organisationId === null ? OF_RULE : OF_ORGANISATION;
  const about = run.organisationId ?? run.ruleId;
  if (run.total === null) {
    await tx.query(
      `update rule_run set total = (select count(distinct p.id) from (${who.join(' union ')}) p) where id = $4`,
      [given.today, about, null, id],
    );
  }
  const people: { id: string }[] = await tx.query(nextOf(who), [given.today, about, run.after]);
  const personIds = people.map((person) => person.id);
  const { given: reasons, ended } =
    personIds.length > 0 ? await followRules(tx, given, { personIds, ruleId: run.ruleId }) : { given: 0, ended: 0 };
  const last = personIds.length < CHUNK;
  await tx.query(
    `update rule_run set after_person = coalesce($2, after_person), done = done + $3, given = given + $4,
       ended = ended + $5, moved_at = $6, done_at = case when $7 then $6::timestamptz end where id = $1`,
    [id, personIds.at(-1) ?? null, personIds.length, reasons, ended, given.at, last],
  );
  return !last;
}
