import { inScopeSql } from '@lms/api-platform';
/**
 * Why an assessor may sign for a learner: `trainer`, `line-manager` or `named`; null when they may not. Never the
 * learner, under whatever number. Whoever the course names may look at people who asked for it; everybody else, and they
 * too, at people in their scope. Expressions of our own only; meant to stand once in a query over many rows, where the
 * sets are made once and looked up.
 */
export const signBasisSql = (q: {
  actor: string;
  today: string;
  person: string;
  settings: string;
  asked: string;
}): string => `case
    when same_person(${q.actor}, ${q.person}) then null
    when (${q.settings} -> 'assessors' ->> 'lineManagers')::boolean
      and (${q.person} in (select reports_of(${q.actor}, ${q.today}))) is true then 'line-manager'
    when (${q.settings} -> 'assessors' ->> 'trainers')::boolean
      and (select holds_role(${q.actor}, '{trainer,people-team}', ${q.today}))
      and ${inScopeSql(q.person, q.actor, q.today)} then 'trainer'
    when ${q.settings} -> 'assessors' -> 'personIds' ? ${q.actor}::text
      and (${q.asked} or ${inScopeSql(q.person, q.actor, q.today)}) then 'named'
  end`;

export type SignBasis = 'trainer' | 'line-manager' | 'named';
