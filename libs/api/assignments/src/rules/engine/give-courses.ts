import type { Tx } from '@lms/api-platform';
import type { Given } from '../../paths/given.js';
import { Params } from '../../audiences/compile/params.js';
import { ORGANISATIONS } from '../../audiences/compile/predicate-sql.js';
import type { EngineVersion } from './rule-in-force.js';
import { allWantedSql } from './wanted-sql.js';

export interface Followed {
  /** People of whom a rule asks something that it did not ask of them in that employment; a next version asks nothing new by itself. */
  given: number;
  /** People of whom a rule no longer asks something, in an employment of theirs. */
  ended: number;
  /** Whose assignments may add up to something else now. */
  touched: string[];
}

export interface Scope {
  personIds: string[];
  /** Null: every rule. */
  ruleId: string | null;
}

/**
 * Brings the reasons that rules give these people to what the versions in force want now, by one statement: reasons that
 * nothing stands behind end with why, changed ones take the new dates and facts, missing ones are given. What is valid is
 * not owed again: its assignment is written down as closed. Twice changes nothing.
 */
export async function giveCourses(tx: Tx, given: Given, versions: EngineVersion[], scope: Scope): Promise<Followed> {
  const params = new Params();
  const today = params.add(given.today, 'date');
  const persons = params.add(scope.personIds, 'uuid[]');
  const wanted = allWantedSql(
    versions.filter(({ courseId }) => courseId !== null),
    params,
    { today, persons },
  );
  const [row]: Followed[] = await tx.query(
    statement({
      wanted,
      today,
      persons,
      rule: params.add(scope.ruleId, 'uuid'),
      at: params.add(given.at, 'timestamptz'),
    }),
    params.values,
  );
  return row ?? { given: 0, ended: 0, touched: [] };
}

interface Places {
  wanted: string;
  today: string;
  persons: string;
  rule: string;
  at: string;
}

/**
 * A reason whose date is another than the rule's own was given it by somebody: it keeps it. So does one of a renewal, whose
 * days follow from what it renews, also where the last one is the same by chance.
 */
const OWN_DATE = `not h.renews and r.due_on is not distinct from (r.facts ->> 'dueOn')::date`;

/**
 * A reason that takes over what stands open as a renewal, or what was one, goes on with the days that were asked there: its own
 * first date is about the first time. \`date_assignments\` works out anew what a rhythm says.
 */
const takenOver = (had: string, last: string, own: string): string =>
  `case when f.done_id is null and f.renews and f.passed_on then f.${had} when f.done_id is null and o.id is null and f.renewed then f.${last} else f.${own} end`;

/**
 * Nobody is late by a rhythm that begins now: what was done before is asked for again no sooner than the days that the rule
 * leaves at least, unless it was asked for sooner already.
 */
const NOT_BEFORE = `case when f.again = 'own' and o.id is null and (f.renews or f.fulfilled) then
        case when f.taken_on is null then f.due_on
          else greatest(f.not_before, least(f.taken_on + f.realistic_days, case when f.renews and f.passed_on then f.had_on end)) end end`;

const statement = ({ wanted, today, persons, rule, at }: Places): string => `
  with recursive ${ORGANISATIONS}, wanted as materialized (${wanted}),
  held as materialized (
    select r.id, r.assignment_id, r.rule_version_id, r.engagement_id, a.person_id, v.rule_id, a.course_id, r.due_on, r.opens_on,
      r.renews_until, r.not_before, a.state, a.closed_why in ('completed', 'already-valid') as fulfilled,
      a.state = 'open' and a.follows_on is not null and exists (select from renewals_of(a.id) n where n.reason_id = r.id) as renews
    from assignment a
    join assignment_reason r on r.assignment_id = a.id and r.kind = 'rule' and r.ended_at is null
    join rule_version v on v.id = r.rule_version_id
    where a.person_id = any (${persons}) and (${rule} is null or v.rule_id = ${rule})
  ), prior as materialized (
    select distinct on (rule_id, engagement_id, course_id) * from held
    order by rule_id, engagement_id, course_id, state = 'open' desc, id
  ), ended as (
    update assignment_reason r set ended_at = ${at}, ended_why = case
        when e.ends_on < ${today} then 'engagement-ended'
        when v.superseded_by is not null and v.ends_on < ${today} then 'new-version'
        when v.state = 'ended' or v.ends_on < ${today} then 'rule-ended'
        else 'no-longer-matches' end
    from held h, rule_version v, engagement e
    where r.id = h.id and v.id = h.rule_version_id and e.id = h.engagement_id
      and not exists (select from wanted w where w.rule_version_id = h.rule_version_id and w.engagement_id = h.engagement_id)
    returning h.person_id, h.rule_id, h.engagement_id, h.course_id
  ), changed as (
    update assignment_reason r set facts = w.facts,
      due_on = case when ${OWN_DATE} then w.due_on else r.due_on end,
      opens_on = case when ${OWN_DATE} then w.opens_on else r.opens_on end
    from held h join wanted w on w.rule_version_id = h.rule_version_id and w.engagement_id = h.engagement_id
    where r.id = h.id and (r.facts - 'on' is distinct from w.facts - 'on'
      or (${OWN_DATE} and (r.due_on, r.opens_on) is distinct from (w.due_on, w.opens_on)))
    returning h.person_id, h.rule_version_id, h.engagement_id
  ), fresh as materialized (
    select w.*, a.id as last_id, coalesce(a.cycle, 0) as cycle, a.state, d.id as done_id, a.due_on as last_due_on,
      a.opens_on as last_opens_on, p.assignment_id is not null as had, p.assignment_id = a.id as passed_on, p.due_on as had_on, p.opens_on as had_from,
      case when p.assignment_id = a.id then p.renews_until end as renews_until,
      case when p.assignment_id = a.id then p.not_before end as not_before, v.valid, a.closed_why in ('completed', 'already-valid') as fulfilled,
      a.state = 'open' and a.follows_on is not null as renews, a.state = 'closed' and a.follows_on is not null as renewed
    from wanted w
    left join lateral (
      select x.id, x.cycle, x.state, x.closed_why, x.follows_on, x.due_on, x.opens_on from assignment x
      where x.person_id = w.person_id and x.course_id = w.course_id
      order by (x.state = 'open') desc, x.cycle desc limit 1
    ) a on true
    left join standing_dates s on s.person_id = w.person_id and s.course_id = w.course_id and s.ever_completed
    cross join lateral (select coalesce(s.lifetime or s.valid_until >= ${today}, false) as valid offset 0) v
    left join prior p on p.rule_id = w.rule_id and p.engagement_id = w.engagement_id and p.course_id = w.course_id
    -- What asks for nothing more of somebody who has done it stays with what was done.
    cross join lateral (
      select case when w.again = 'once' and p.state = 'closed' and p.fulfilled then p.assignment_id
        when v.valid and a.follows_on is not null and a.state = 'open' and p.assignment_id is distinct from a.id
            and (w.again = 'once' or w.again = 'course' and s.lifetime) then (
          select x.id from assignment x
          where x.person_id = w.person_id and x.course_id = w.course_id and x.state = 'closed'
            and x.closed_why in ('completed', 'already-valid')
          order by x.cycle desc limit 1) end as id offset 0
    ) d
    where not exists (
      select from held h where h.rule_version_id = w.rule_version_id and h.engagement_id = w.engagement_id)
  ), opened as (
    insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, state, closed_on, closed_why, created_at)
    select gen_random_uuid(), f.person_id, f.course_id, max(f.cycle) + 1, min(f.due_on), min(f.opens_on),
      case when bool_or(f.valid) then 'closed' else 'open' end,
      case when bool_or(f.valid) then ${today} end,
      case when bool_or(f.valid) then 'already-valid' end, ${at}
    from fresh f
    where f.done_id is null and f.state is distinct from 'open' and not (f.valid and coalesce(f.fulfilled, false))
    group by f.person_id, f.course_id
    order by f.person_id, f.course_id
    returning id, person_id, course_id
  ), given as (
    insert into assignment_reason (id, assignment_id, kind, rule_version_id, engagement_id, facts, due_on, opens_on, renews_until,
      not_before, since)
    select gen_random_uuid(), coalesce(f.done_id, o.id, f.last_id), 'rule', f.rule_version_id, f.engagement_id, f.facts,
      ${takenOver('had_on', 'last_due_on', 'due_on')}, ${takenOver('had_from', 'last_opens_on', 'opens_on')}, f.renews_until,
      ${NOT_BEFORE}, ${at}
    from fresh f left join opened o on o.person_id = f.person_id and o.course_id = f.course_id
    on conflict (assignment_id, rule_version_id, engagement_id) where kind = 'rule' do update
      set ended_at = null, ended_why = null, facts = excluded.facts, due_on = excluded.due_on, opens_on = excluded.opens_on,
        renews_until = excluded.renews_until, not_before = excluded.not_before, since = excluded.since
  ), hurried as (
    select f.rule_id, f.rule_version_id, f.engagement_id, f.person_id, f.policy_on, f.realistic_on
    from fresh f where f.too_soon and not f.valid and not coalesce(f.renews, false) and f.done_id is null
    union
    select w.rule_id, w.rule_version_id, w.engagement_id, w.person_id, w.policy_on, w.realistic_on
    from changed c join wanted w on w.rule_version_id = c.rule_version_id and w.engagement_id = c.engagement_id
    where w.too_soon
  ), raised as (
    insert into rule_exception as x (id, rule_id, rule_version_id, engagement_id, person_id, policy_due_on, realistic_due_on, raised_at)
    select gen_random_uuid(), h.rule_id, h.rule_version_id, h.engagement_id, h.person_id, h.policy_on, h.realistic_on, ${at}
    from hurried h
    on conflict (rule_id, engagement_id) do update
      set rule_version_id = excluded.rule_version_id, policy_due_on = excluded.policy_due_on,
        realistic_due_on = excluded.realistic_due_on, raised_at = excluded.raised_at, version = x.version + 1
      where x.decided_at is null and (x.policy_due_on, x.realistic_due_on)
        is distinct from (excluded.policy_due_on, excluded.realistic_due_on)
  )
  select (select count(distinct person_id)::int from fresh where not had) as given,
    (select count(distinct h.person_id)::int from ended h where not exists (
      select from wanted w where (w.rule_id, w.engagement_id, w.course_id) = (h.rule_id, h.engagement_id, h.course_id))) as ended,
    array(select person_id from fresh union select person_id from ended union select person_id from changed) as touched`;
