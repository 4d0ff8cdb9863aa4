import type { Tx } from '@lms/api-platform';
import { Params } from '../../audiences/compile/params.js';
import { ORGANISATIONS } from '../../audiences/compile/predicate-sql.js';
import { assignSteps } from '../../paths/assign-steps.js';
import { followTasks } from '../../paths/follow-tasks.js';
import type { Given } from '../../paths/given.js';
import { TAKE_UP_AGAIN } from '../../paths/taken-back.js';
import type { Followed, Scope } from './give-courses.js';
import type { EngineVersion } from './rule-in-force.js';
import { allWantedSql, PATH_DAY } from './wanted-sql.js';

interface Changed extends Omit<Followed, 'ended'> {
  /** Path enrolments. */
  ended: string[];
  enrolled: string[];
  lost: number;
}

const NOTHING: Changed = { ended: [], enrolled: [], given: 0, lost: 0, touched: [] };

/**
 * The same for rules that give a path: day 0 is the first day where somebody starts, the last where somebody leaves, and
 * else the day on which the rule is due by itself. Who is on the path already goes on with it, now by the rule. What a rule
 * asks for no longer goes on by another rule that asks for it, or by whoever asked for it; else it ends, and is taken up again
 * when a rule asks again. Among those whose assignments may add up to something else now are also people to whom another
 * version comes again in another rhythm: by that nobody is late at once.
 */
export async function enrolByRules(tx: Tx, given: Given, versions: EngineVersion[], scope: Scope): Promise<Followed> {
  const params = new Params();
  const [today, persons] = [params.add(given.today, 'date'), params.add(scope.personIds, 'uuid[]')];
  const [rule, at] = [params.add(scope.ruleId, 'uuid'), params.add(given.at, 'timestamptz')];
  const giving = versions.filter(({ pathId }) => pathId !== null);
  const rows: Changed[] = await tx.query(
    `with recursive ${ORGANISATIONS}, wanted as materialized (${allWantedSql(giving, params, { today, persons })}),
     held as materialized (
       select n.id, n.person_id, n.engagement_id, n.path_id, n.rule_version_id, n.facts, v.rule_id, e.ends_on, l.kind
       from path_enrolment n join rule_version v on v.id = n.rule_version_id
       join engagement e on e.id = n.engagement_id join learning_path l on l.id = n.path_id
       where n.person_id = any (${persons}) and n.state = 'open' and (${rule} is null or v.rule_id = ${rule})
     ), left_over as (
       select h.* from held h where not exists (
         select from wanted w where w.engagement_id = h.engagement_id and w.path_id = h.path_id and w.rule_id = h.rule_id)
     ), passed as (
       update path_enrolment n set rule_version_id = w.rule_version_id, facts = w.facts
       from (
         select distinct on (l.id) l.id, w.rule_version_id, w.facts, w.again, w.realistic_days
         from left_over l join wanted w on w.engagement_id = l.engagement_id and w.path_id = l.path_id
         order by l.id, w.rule_version_id
       ) w
       where n.id = w.id
       returning n.id, n.person_id, w.again, w.realistic_days
     ), given_back as (
       update path_enrolment n set rule_version_id = null, facts = null
       from left_over l, assignment_request q
       where n.id = l.id and q.id = n.request_id and q.state = 'given' and (l.ends_on is null or l.ends_on >= ${today})
         and not (l.kind = 'offboarding' and l.ends_on is null) and not exists (select from passed p where p.id = l.id)
       returning n.id, n.person_id
     ), ended as (
       update path_enrolment n set state = 'closed', closed_on = ${today}, closed_why = case
           when h.kind = 'offboarding' and h.ends_on is null then 'end-taken-back'
           when h.ends_on < ${today} then 'engagement-ended' else 'rule-no-longer-asks' end
       from left_over h where n.id = h.id
         and h.id not in (select id from passed union all select id from given_back)
       returning n.id, n.person_id
     ), taken as (
       update path_enrolment n set rule_version_id = w.rule_version_id, facts = w.facts
       from held h join wanted w on w.engagement_id = h.engagement_id and w.path_id = h.path_id and w.rule_id = h.rule_id
       where n.id = h.id and (h.rule_version_id <> w.rule_version_id or h.facts - 'on' is distinct from w.facts - 'on')
       returning n.id, n.person_id, h.rule_version_id <> w.rule_version_id as renewed, w.again, w.realistic_days
     ), adopted as (
       update path_enrolment n set rule_version_id = w.rule_version_id, facts = w.facts
       from wanted w
       where n.engagement_id = w.engagement_id and n.path_id = w.path_id and n.state = 'open' and n.rule_version_id is null
       returning n.id, n.person_id, n.rule_version_id, w.again, w.realistic_days
     ), in_time as (
       update assignment_reason r set not_before = greatest(r.not_before,
         least(case when a.state = 'open' then r.due_on end, ${today} + k.realistic_days))
       from (
         select id, again, realistic_days from taken where renewed
         union all select id, again, realistic_days from passed
         union all select id, again, realistic_days from adopted
       ) k, assignment a
       where k.again = 'own' and r.path_enrolment_id = k.id and r.ended_at is null and a.id = r.assignment_id
         and (a.follows_on is not null or a.closed_why in ('completed', 'already-valid'))
     ), enrolled as (
       insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on,
         created_at, rule_version_id, facts, grace_days)
       select distinct on (w.engagement_id, w.path_id) gen_random_uuid(), w.person_id, w.engagement_id, w.path_id, p.id, d.day,
         path_opens_on(p, l.kind, d.day), ${today}, ${at}, w.rule_version_id, w.facts, path_grace(l.kind)
       from wanted w
       join path_version p on p.path_id = w.path_id and p.state = 'published'
       join learning_path l on l.id = w.path_id
       join engagement e on e.id = w.engagement_id
       cross join lateral (
         select case when l.kind in ('onboarding', 'offboarding') then path_anchor(l.kind, e.starts_on, e.ends_on)
           else ${PATH_DAY} end as day
       ) d
       where not exists (select from path_enrolment n
         where n.engagement_id = w.engagement_id and n.path_id = w.path_id and n.state = 'open')
       order by w.engagement_id, w.path_id, w.rule_version_id
       ${TAKE_UP_AGAIN(['rule-no-longer-asks', 'end-taken-back', 'engagement-ended', 'withdrawn'])}
       returning id, person_id, rule_version_id
     )
     select array(select id from ended) as ended, array(select id from enrolled) as enrolled,
       array(select person_id from ended union select person_id from enrolled union select person_id from adopted
         union select person_id from passed union select person_id from given_back
         union select person_id from taken where renewed) as touched,
       (select count(distinct g.person_id)::int from (
          select person_id, rule_version_id from enrolled union all select person_id, rule_version_id from adopted
        ) g join rule_version v on v.id = g.rule_version_id where ${rule} is null or v.rule_id = ${rule}) as given,
       (select count(distinct person_id)::int from (
          select person_id from ended union all select person_id from passed union all select person_id from given_back) l) as lost`,
    params.values,
  );
  const [{ ended, enrolled, given: gained, lost, touched } = NOTHING] = rows;
  if (ended.length > 0) {
    await tx.query(
      `update assignment_reason set ended_at = $2, ended_why = 'no-longer-matches'
       where path_enrolment_id = any ($1::uuid[]) and ended_at is null`,
      [ended, given.at],
    );
  }
  if (enrolled.length > 0) {
    await assignSteps(tx, given, enrolled);
    await followTasks(tx, given, enrolled);
  }
  return { given: gained, ended: lost, touched };
}
