import { DAY } from '../matrix/day.sql.js';
import type { MatrixParts } from '../matrix/matrix-sql.js';

/** Days from today within which something is soon. */
export const SOON_DAYS = 30;

const SHOWN = `($SHOW::text is null or case $SHOW::text when 'late' then late > 0 when 'soon' then soon > 0
  when 'waiting' then waiting > 0 else access = 'none' end)`;

/** What counts of one member, as the matrix shows it. */
const cellsOf = (member: string, counts: string): string => `
  select s.course_id, t.standing, ${DAY} as day
  from standing_dates s cross join lateral (select standing_on(s.*, $1) as standing offset 0) t
  where s.person_id = ${member}.id and ${counts}`;

/**
 * Everybody whom the matrix shows with these filters, one row each, with what their cells come to: the crew. `team` says
 * that it goes by whom they report to. The value after the matrix's own is now.
 */
const crew = ({ given, who, counts, values }: MatrixParts, team: boolean): string => `
  ${given} member as materialized (
    select distinct on (p.id) p.id, concat_ws(' ', p.given_name, p.family_name) as name, lower(p.family_name) as family_key,
      lower(p.given_name) as given_key, e.organisation_id, e.job_role, e.line_manager_id, e.starts_on
    from engagement e join person p on p.id = e.person_id where ${who}
    order by p.id, e.starts_on desc, e.id
  ),
  -- Of what is required and shown, and sent since they came.
  sent as (
    select m.id, count(*)::int as n
    from member m
    join evidence_submission v on v.person_id = m.id
    join attempt a on a.id = v.attempt_id
    where v.state = 'waiting' and a.state = 'open' and (v.submitted_at at time zone 'Europe/London')::date >= m.starts_on
      and exists (select from standing_dates s where s.person_id = m.id and s.course_id = a.course_id and ${counts})
    group by 1
  ),
  crew as materialized (
    select m.*, s.late, s.soon, coalesce(v.n, 0) as waiting, i.access, l.lead_name,
      ${team ? `case when m.line_manager_id = $2 then '' else lower(l.lead_name) end` : `''::text`} as lead_key,
      case when s.late > 0 then 0 when s.soon > 0 then 1 else 2 end as rank
    from member m
    cross join lateral (
      select count(*) filter (where c.standing in ('overdue', 'expired'))::int as late,
        count(*) filter (where c.day between $1::date and $1::date + ${SOON_DAYS})::int as soon
      from (${cellsOf('m', counts)}) c
    ) s
    left join sent v on v.id = m.id
    left join lateral (
      select concat_ws(' ', w.given_name, w.family_name) as lead_name from person w where ${team} and w.id = m.line_manager_id
    ) l on true
    cross join lateral (
      select case
        when exists (select from password w where w.person_id = any (persons_as(m.id)) and w.pin_until is null) then 'own'
        when exists (select from password w where w.person_id = any (persons_as(m.id)) and w.pin_until > $${values.length + 1})
          or exists (select from one_time_link k where k.person_id = any (persons_as(m.id)) and k.kind = 'invitation'
            and k.used_at is null and k.expires_at > $${values.length + 1}) then 'asked'
        else 'none' end as access
    ) i
  )`;

/** After now: what to show, the place to go on from (whom they report to, rank, names, id), and how many. */
export function crewPage(parts: MatrixParts, team: boolean): string {
  const [show, lead, rank, family, first, id, limit] = [2, 3, 4, 5, 6, 7, 8].map((n) => `$${parts.values.length + n}`);
  return `
    with ${crew(parts, team)},
    page as (
      select * from crew where ${SHOWN.replaceAll('$SHOW', show ?? '')}
        and (${lead}::text is null
          or (lead_key, rank, family_key, given_key, id) > (${lead}::text, ${rank}::int, ${family}::text, ${first}::text, ${id}::uuid))
      order by lead_key, rank, family_key, given_key, id limit ${limit}::int
    )
    select w.id as "personId", w.name, w.job_role as "jobRole", o.id as "organisationId", o.short_name as "organisationName",
      case when w.lead_name is not null then json_build_object('personId', w.line_manager_id, 'name', w.lead_name) end as lead,
      w.late, w.soon, w.waiting,
      case when c.id is not null then json_build_object('courseId', c.id, 'title', c.title, 'standing', n.standing, 'day', n.day) end as next,
      w.access, has_mailbox(w.id, $1) as "hasMailbox",
      w.lead_key as "leadKey", w.rank, w.family_key as "familyKey", w.given_key as "givenKey"
    from page w
    join organisation o on o.id = w.organisation_id
    left join lateral (
      select x.* from (${cellsOf('w', parts.counts)}) x
      where x.standing in ('overdue', 'expired', 'expiring', 'not started', 'in progress')
      order by x.standing in ('overdue', 'expired') desc, x.day nulls last, x.course_id limit 1
    ) n on true
    left join course c on c.id = n.course_id
    order by w.lead_key, w.rank, w.family_key, w.given_key, w.id`;
}

/** The contract's JSON. */
export const crewTotals = (parts: MatrixParts, team: boolean): string => `
  with ${crew(parts, team)}
  select json_build_object(
    'today', $1::date, 'soonUntil', $1::date + ${SOON_DAYS},
    'people', count(*), 'inOrder', count(*) filter (where late = 0), 'late', count(*) filter (where late > 0),
    'soon', count(*) filter (where soon > 0), 'waiting', count(*) filter (where waiting > 0),
    'outside', count(*) filter (where access = 'none'),
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
