import type { Tx } from '@lms/api-platform';
import type { Given } from '../../paths/given.js';
import { nextChangeSql } from '../../audiences/compile/next-change-sql.js';
import { Params } from '../../audiences/compile/params.js';
import type { Scope } from './give-courses.js';
import { concerned, turnsOf } from './in-time.js';
import type { EngineVersion } from './rule-in-force.js';

/** Writes down for each rule and person the next day on which the calendar alone can change what the rule says. */
export async function keepNextDays(tx: Tx, given: Given, versions: EngineVersion[], scope: Scope): Promise<void> {
  const params = new Params();
  const today = params.add(given.today, 'date');
  const persons = params.add(scope.personIds, 'uuid[]');
  const rule = params.add(scope.ruleId, 'uuid');
  const branches = versions.map(
    (version) => `
      select ${params.add(version.ruleId, 'uuid')} as rule_id, e.person_id,
        ${nextChangeSql(version.predicate, params, today, turnsOf(version))} as next_on
      from engagement e where e.person_id = any (${persons}) and ${concerned(version, today)}`,
  );
  const all = [
    `select null::uuid as rule_id, null::uuid as person_id, null::date as next_on where ${today} is null`,
    ...branches,
  ];
  await tx.query(
    `with next as materialized (
       select rule_id, person_id, min(next_on) as next_on from (${all.join(' union all ')}) b
       where next_on is not null group by rule_id, person_id
     ), gone as (
       delete from rule_person k where k.person_id = any (${persons}) and (${rule} is null or k.rule_id = ${rule})
         and not exists (select from next n where n.rule_id = k.rule_id and n.person_id = k.person_id)
     )
     insert into rule_person as k (rule_id, person_id, next_on) select rule_id, person_id, next_on from next
     on conflict (rule_id, person_id) do update set next_on = excluded.next_on where k.next_on <> excluded.next_on`,
    params.values,
  );
}
