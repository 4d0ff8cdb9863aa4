import { OPEN_DAYS_BEFORE_START } from '@lms/domain';
import { factsSql } from '../../audiences/compile/facts-sql.js';
import type { Params } from '../../audiences/compile/params.js';
import { predicateSql } from '../../audiences/compile/predicate-sql.js';
import { asOf, inTime } from './in-time.js';
import type { EngineVersion } from './rule-in-force.js';

export interface Asked {
  /** The place of the day. */
  today: string;
  /** The place of an array of people; null is everybody. */
  persons: string | null;
}

/**
 * What a version wants: one row an engagement that it matches, with its dates (the domain's `dueDates`) and the facts they
 * came from. Needs `org` (ORGANISATIONS). Whoever is asked by an earlier version of the rule was asked on that day, and is given
 * no other date that comes sooner than the days that the rule leaves at least. What is worked out on the way stands apart
 * (`offset 0`): else it would be worked out anew wherever it is named.
 */
export function wantedSql(version: EngineVersion, params: Params, { today, persons }: Asked): string {
  const realistic = params.add(version.due.realisticDays, 'int');
  const own = params.add(version.id, 'uuid');
  const rule = params.add(version.ruleId, 'uuid');
  const due = params.add(JSON.stringify(version.due), 'jsonb');
  const effective = params.add(version.effectiveOn, 'date');
  return `
    select ${rule} as rule_id, ${own} as rule_version_id,
      ${params.add(version.courseId, 'uuid')} as course_id, ${params.add(version.pathId, 'uuid')} as path_id,
      e.id as engagement_id, e.person_id, c.due_on,
      least(greatest(${effective}, e.starts_on - ${OPEN_DAYS_BEFORE_START}), old.opened_on) as opens_on, d.policy_on, d.realistic_on,
      ${version.pathId === null ? 'coalesce(d.policy_on < d.realistic_on, false) and x.due_on is null' : 'false'} as too_soon, k.assigned_on,
      k.taken_on, ${realistic} as realistic_days, ${params.add(version.recurrence.kind, 'text')} as again,
      ${factsSql(version.predicate, params, today)} || jsonb_build_object('assignedOn', k.assigned_on,
        'afterOn', k.after_on, 'decidedOn', x.due_on, 'dueOn', c.due_on) || case when k.taken_on is null then '{}'
        else jsonb_build_object('takenOn', k.taken_on, 'beforeOn', k.before_on) end${asOf(version, today)} as facts
    from engagement e
    join org o on o.id = e.organisation_id
    left join rule_exception x on x.rule_id = ${rule} and x.engagement_id = e.id
    left join lateral (${version.pathId === null ? askedBefore(version, params, { rule, own, today }) : enrolledBefore(version, params, rule)}) old on true
    cross join lateral (
      select coalesce(old.assigned_on, ${askedOn(own, today)}) as assigned_on, old.taken_on, old.before_on, ${afterSql(version, params)} as after_on
      offset 0
    ) k
    cross join lateral (
      select rule_policy_on(${due}, ${effective}, e.starts_on, k.assigned_on, k.after_on) as policy_on offset 0
    ) s
    cross join lateral (
      select case when s.policy_on < k.before_on and k.before_on < k.taken_on then k.before_on else s.policy_on end as policy_on,
        greatest(greatest(k.assigned_on, e.starts_on) + ${realistic},
          case when k.taken_on is not null then least(greatest(k.taken_on, e.starts_on) + ${realistic}, k.before_on) end) as realistic_on
      offset 0
    ) d
    cross join lateral (
      select case when d.policy_on < d.realistic_on then coalesce(x.due_on, d.realistic_on) else d.policy_on end as due_on offset 0
    ) c
    where ${persons === null ? 'true' : `e.person_id = any (${persons})`} and ${inTime(version, params, today)}
      and ${predicateSql(version.predicate, params, today)}`;
}

interface Places {
  rule: string;
  own: string;
  today: string;
}

/**
 * While a version is being worked through, the day on which it was put in force, also after a midnight: that is what was
 * previewed. Where it lay for longer, today: nobody loses days by that.
 */
const askedOn = (own: string, today: string): string => `coalesce((
          select max(d.on_day) from rule_run q join rule_version u on u.id = q.rule_version_id
          cross join lateral (select greatest(u.effective_on, (u.applied_at at time zone 'Europe/London')::date) as on_day) d
          where q.rule_version_id = ${own} and q.kind = 'apply' and q.done_at is null and d.on_day >= ${today} - 1), ${today})`;

/**
 * Since when the rule asks for the course, by whichever version; and where another version took over, since when this one
 * asks and what the one before said. It stands open since it first did: leave in between goes on counting. What is done keeps
 * that day, should it be owed again. What was done long ago and holds no more is asked for anew.
 */
const askedBefore = ({ courseId }: EngineVersion, params: Params, { rule, own, today }: Places): string => `
      select min(q.assigned_on) as assigned_on,
        case when bool_or(q.own) then max(q.taken_on) filter (where q.own) when count(*) > 0 then ${askedOn(own, today)} end as taken_on,
        case when bool_or(q.own) then max(q.before_on) filter (where q.own) else min(q.due_on) end as before_on,
        min(q.opened_on) as opened_on
      from (
        select r.version_id = ${own} as own, (r.facts ->> 'assignedOn')::date as assigned_on, (r.facts ->> 'takenOn')::date as taken_on,
          (r.facts ->> 'beforeOn')::date as before_on, (r.facts ->> 'dueOn')::date as due_on,
          case when a.follows_on is null and (a.state = 'open' or r.version_id = ${own}) then r.opens_on end as opened_on
        from (
          select r.assignment_id, r.facts, r.opens_on, v.id as version_id
          from assignment_reason r join rule_version v on v.id = r.rule_version_id
          where r.engagement_id = e.id and r.kind = 'rule' and r.ended_at is null and v.rule_id = ${rule} offset 0
        ) r
        cross join lateral (
          select x.person_id, x.course_id, x.state, x.follows_on from assignment x
          where x.id = r.assignment_id and x.course_id = ${params.add(courseId, 'uuid')} offset 0
        ) a
        where r.version_id = ${own} or a.state = 'open' or exists (select from standing_dates s
          where s.person_id = a.person_id and s.course_id = a.course_id and s.ever_completed and (s.lifetime or s.valid_until >= ${today}))
      ) q`;

/** The same of a path, whose day 0 stays where it is. */
const enrolledBefore = ({ pathId }: EngineVersion, params: Params, rule: string): string => `
      select min((n.facts ->> 'assignedOn')::date) as assigned_on, null::date as taken_on, null::date as before_on, null::date as opened_on
      from path_enrolment n join rule_version u on u.id = n.rule_version_id
      where n.engagement_id = e.id and n.path_id = ${params.add(pathId, 'uuid')} and n.state = 'open' and u.rule_id = ${rule}`;

function afterSql({ due }: EngineVersion, params: Params): string {
  if (due.kind !== 'after-completion') return 'null::date';
  return `(select s.completed_on from standing_dates s
    where s.person_id = e.person_id and s.course_id = ${params.add(due.courseId, 'uuid')} and s.ever_completed)`;
}

/** Day 0 of a path that counts neither from the first nor from the last day, of a row `w`; nobody has less time than the rule says. */
export const PATH_DAY = `coalesce(w.due_on, (
  select greatest(w.assigned_on, e.starts_on) from engagement e where e.id = w.engagement_id))`;

/** What no version wants: the same columns without a row. */
const NOTHING = `
  select null::uuid as rule_id, null::uuid as rule_version_id, null::uuid as course_id, null::uuid as path_id,
    null::uuid as engagement_id, null::uuid as person_id, null::date as due_on, null::date as opens_on,
    null::date as policy_on, null::date as realistic_on, false as too_soon, null::date as assigned_on,
    null::date as taken_on, null::int as realistic_days, null::text as again, '{}'::jsonb as facts
  where false`;

export const allWantedSql = (versions: readonly EngineVersion[], params: Params, asked: Asked): string =>
  [NOTHING, ...versions.map((version) => wantedSql(version, params, asked))].join('\n union all ');
