import type { MatrixParts } from '../matrix/matrix-sql.js';
import { lateOf, SOON_DAYS, soonOf, standingDays } from '../matrix/standing-days.sql.js';
import { letsIn } from './lets-in.sql.js';

/** Where the value after the matrix's own, which is now, stands. */
const nowOf = ({ values }: MatrixParts): string => `$${values.length + 1}`;

/**
 * Everybody whom the matrix shows with these filters, one row each, with what is kept of their day: the crew. `team` says
 * that it goes by whom they report to. CTE `in_by` has who is let in.
 */
const crew = (parts: MatrixParts, team: boolean): string => `
  ${parts.given} member as materialized (
    select distinct on (p.id) p.id, e.organisation_id, e.job_role, e.line_manager_id, e.starts_on
    from engagement e join person p on p.id = e.person_id where ${parts.who}
    order by p.id, e.starts_on desc, e.id
  ),
  people as materialized (select id as person_id from member),
  ${standingDays(parts, { cells: false })},
  -- Of what is required and shown, and sent since they came.
  sent as (
    select m.id, count(*)::int as n
    from member m
    join evidence_submission v on v.person_id = m.id
    join attempt a on a.id = v.attempt_id
    where v.state = 'waiting' and a.state = 'open' and (v.submitted_at at time zone 'Europe/London')::date >= m.starts_on
      and exists (select from standing_dates s where s.person_id = m.id and s.course_id = a.course_id and ${parts.counts})
    group by 1
  ),
  in_by as materialized (
    with entries as (${letsIn(nowOf(parts))})
    select person_id from entries
    union all
    select a.same_as from entries x join person_alias a on a.person_id = x.person_id
  ),
  crew as (
    select m.*, concat_ws(' ', p.given_name, p.family_name) as name, lower(p.family_name) as family_key,
      lower(p.given_name) as given_key, s.late, s.soon, coalesce(v.n, 0) as waiting, l.lead_name,
      ${team ? `case when m.line_manager_id = $2 then '' else lower(l.lead_name) end` : `''::text`} as lead_key,
      case when s.late > 0 then 0 when s.soon > 0 then 1 else 2 end as rank
    from member m
    join person p on p.id = m.id
    left join days d on d.person_id = m.id
    cross join lateral (select ${lateOf('d')} as late, ${soonOf('d')} as soon) s
    left join sent v on v.id = m.id
    left join lateral (
      select concat_ws(' ', w.given_name, w.family_name) as lead_name from person w where ${team} and w.id = m.line_manager_id
    ) l on true
  )`;

const OUTSIDE = 'id not in (select person_id from in_by)';

/** After now: what to show, the place to go on from (whom they report to, rank, names, id), and how many. */
export function crewPage(parts: MatrixParts, team: boolean): string {
  const [show, lead, rank, family, first, id, limit] = [2, 3, 4, 5, 6, 7, 8].map((n) => `$${parts.values.length + n}`);
  return `
    with ${crew(parts, team)},
    page as (
      select * from crew
      where case ${show}::text when 'late' then late > 0 when 'soon' then soon > 0 when 'waiting' then waiting > 0
          when 'outside' then ${OUTSIDE} else true end
        and (${lead}::text is null
          or (lead_key, rank, family_key, given_key, id) > (${lead}::text, ${rank}::int, ${family}::text, ${first}::text, ${id}::uuid))
      order by lead_key, rank, family_key, given_key, id limit ${limit}::int
    )
    select w.id as "personId", w.name, w.job_role as "jobRole", o.id as "organisationId", o.short_name as "organisationName",
      case when w.lead_name is not null then json_build_object('personId', w.line_manager_id, 'name', w.lead_name) end as lead,
      w.late, w.soon, w.waiting,
      case when c.id is not null then json_build_object('courseId', c.id, 'title', c.title, 'standing', n.standing, 'day', n.day) end as next,
      i.access, has_mailbox(w.id, $1) as "hasMailbox",
      w.lead_key as "leadKey", w.rank, w.family_key as "familyKey", w.given_key as "givenKey"
    from page w
    join organisation o on o.id = w.organisation_id
    left join lateral (
      select s.course_id, t.standing, ${parts.day} as day
      from standing_dates s cross join lateral (select standing_on(s.*, $1) as standing offset 0) t
      where s.person_id = w.id and ${parts.counts} and t.standing in ('overdue', 'expired', 'expiring', 'not started', 'in progress')
      order by t.standing in ('overdue', 'expired') desc, 3 nulls last, 1 limit 1
    ) n on true
    left join course c on c.id = n.course_id
    cross join lateral (
      select case when bool_or(own) then 'own' when count(*) > 0 then 'asked' else 'none' end as access
      from (${letsIn(nowOf(parts), 'w.id')}) x
    ) i
    order by w.lead_key, w.rank, w.family_key, w.given_key, w.id`;
}

/** The contract's JSON. */
export const crewTotals = (parts: MatrixParts, team: boolean): string => `
  with ${crew(parts, team)}
  select json_build_object(
    'today', $1::date, 'soonUntil', $1::date + ${SOON_DAYS},
    'people', count(*), 'inOrder', count(*) filter (where late = 0), 'late', count(*) filter (where late > 0),
    'soon', count(*) filter (where soon > 0), 'waiting', count(*) filter (where waiting > 0),
    'outside', count(*) filter (where ${OUTSIDE}),
    'starting', (
      select count(distinct e.person_id) from engagement e join person p on p.id = e.person_id
      where ${parts.later} and e.person_id not in (select id from member)
    )
  )::text as answer
  from crew`;

/**
 * The organisations whose people somebody looks after, each with those below it after it. $1 who, $2 today.
 */
export const CREW_ORGANISATIONS = `
  with recursive mine as materialized (select id from organisations_filled_by($1, $2) id),
  tree(id, depth, path) as (
    select o.id, 0, array[lower(o.name), o.id::text] from organisation o
    where o.id in (select id from mine) and (o.parent_id is null or o.parent_id not in (select id from mine))
    union all
    select o.id, t.depth + 1, t.path || lower(o.name) || o.id::text from organisation o join tree t on o.parent_id = t.id
  )
  select o.id, o.name, t.depth from tree t join organisation o on o.id = t.id order by t.path`;
