import type { Tx } from '@lms/api-platform';
import type { Given } from '../../paths/given.js';
import { followRules } from '../engine/follow-rules.js';
import { lockPersons } from '../engine/lock-persons.js';
import { type Effect, effectsOf } from './effects.js';
import { STANDS, type Stands } from './stands.sql.js';

export interface Rehearsed {
  ruleId: string;
  /** Courses and paths that it gives or gave. */
  targets: readonly string[];
  /** In the order of their locks. */
  personIds: readonly string[];
  /** Whom it will ask for a path: who is on it by another rule stays on it by that. */
  asked: ReadonlySet<string>;
}

const CHUNK = 1000;

/**
 * What a change to a rule does to these people: it is done, looked at, and taken back, some people at a time, so that
 * nobody's lock is held for long. Nothing that is worked out in another way could be what comes of it.
 */
export async function rehearse(
  tx: Tx,
  given: Given,
  { ruleId, targets, personIds, asked }: Rehearsed,
  change: (tx: Tx) => Promise<void>,
): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (let from = 0; from < personIds.length; from += CHUNK) {
    const some = personIds.slice(from, from + CHUNK);
    const stands = (): Promise<Stands[]> => tx.query(STANDS, [some, ruleId, given.today, targets]);
    await tx.query('savepoint rehearsal');
    await lockPersons(tx, some);
    const before = await stands();
    await change(tx);
    await followRules(tx, given, { personIds: some, ruleId });
    const after = await stands();
    await tx.query('rollback to savepoint rehearsal');
    await tx.query('release savepoint rehearsal');
    effects.push(...effectsOf(before, after, asked));
  }
  return effects;
}

/** Whom a rule gives something now. $1 the rule. */
const HOLDING = `
  select a.person_id from rule_version v
  join assignment_reason r on r.rule_version_id = v.id and r.kind = 'rule' and r.ended_at is null
  join assignment a on a.id = r.assignment_id where v.rule_id = $1
  union
  select n.person_id from rule_version v
  join path_enrolment n on n.rule_version_id = v.id and n.state = 'open' where v.rule_id = $1`;

export async function holding(tx: Tx, ruleId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(`select h.person_id as id from (${HOLDING}) h`, [ruleId]);
  return rows.map(({ id }) => id);
}

/** Courses and paths that a rule gives or gave, and what a version of it would give. */
export async function targetsOf(tx: Tx, ruleId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select distinct coalesce(course_id, path_id) as id from rule_version where rule_id = $1 and coalesce(course_id, path_id) is not null',
    [ruleId],
  );
  return rows.map(({ id }) => id);
}
