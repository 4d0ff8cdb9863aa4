const MS = (column: string): string => `floor(extract(epoch from ${column}) * 1000)::float8`;

/** Entries of several chains that are read as one person's, each with a number of its own. */
const NUMBER = (chain: string, seq: string): string => `array_position(persons_as(p.id), ${chain}) * 1000000 + ${seq}`;

/**
 * All that was ever known of people, course by course, for whoever sees them. $1 people, $2 today, $3 who asks, $4 the
 * day that is asked about: an employer sees nothing of days before the employment.
 */
export const RECORDED_FACTS = `
select p.id as "personId", f.*
from unnest($1::uuid[]) with ordinality p(id, n) cross join lateral (
  with sight as materialized (
    select sees_whole_record($3, p.id, $2::date) as whole, array(select seen_engagements($3, p.id, $2::date)) as seen
  ), asked as materialized (
    select a.course_id from sight v cross join lateral courses_asked_by(p.id, v.seen) a
    where not v.whole and $4::date >= (select min(e.starts_on) from engagement e where e.id = any (v.seen))
  ), concerned as (
    select course_id from assignment where person_id = p.id
    union select course_id from ledger_entry where person_id = any (persons_as(p.id)) and kind = 'completion'
    union select course_id from attempt where person_id = p.id
    union select course_id from exemption where person_id = p.id
  )
  select c.id as "courseId", c.code, c.title, v.whole,
    coalesce((
      select json_agg(json_build_object('seq', ${NUMBER('l.person_id', 'l.seq')}, 'completedOn', l.completed_on, 'validUntil', l.valid_until,
        'windowDays', v.renewal_window_days, 'recordedAt', ${MS('l.recorded_at')}))
      from ledger_entry l join course_version v on v.id = l.course_version_id where l.person_id = any (persons_as(p.id)) and l.course_id = c.id and l.kind = 'completion'
    ), '[]') as completions,
    coalesce((
      select json_agg(json_build_object('entry', ${NUMBER('r.person_id', 'r.revokes_seq')}, 'recordedAt', ${MS('r.recorded_at')}))
      from ledger_entry r join ledger_entry l on l.person_id = r.person_id and l.seq = r.revokes_seq
      where r.person_id = any (persons_as(p.id)) and r.kind = 'revocation' and l.course_id = c.id
    ), '[]') as revocations,
    coalesce((
      select json_agg(json_build_object('cycle', a.cycle, 'dueOn', h.row ->> 'due_on',
        'opensOn', h.row ->> 'opens_on', 'renewal', h.row ->> 'follows_on' is not null,
        'closed', case when h.row ->> 'state' = 'open' then null
          when h.row ->> 'closed_why' in ('completed', 'already-valid') then 'fulfilled' else 'withdrawn' end,
        'closedOn', h.row ->> 'closed_on', 'createdOn', (a.created_at at time zone 'Europe/London')::date,
        'knownFrom', ${MS('h.known_from')}) order by h.id)
      from assignment a join row_history h on h.entity = 'assignment' and h.entity_id = a.id
      where a.person_id = p.id and a.course_id = c.id
    ), '[]') as cycles,
    coalesce((
      select json_agg(json_build_object('startedAt', ${MS('t.started_at')},
        'abandonedAt', case when t.state = 'abandoned' then ${MS('t.updated_at')} end))
      from attempt t where t.person_id = p.id and t.course_id = c.id
    ), '[]') as attempts,
    coalesce((
      select json_agg(json_build_object('from', x.from_on, 'to', x.to_on, 'recordedAt', ${MS('x.decided_at')}, 'ended',
        case when x.ended_on is not null then json_build_object('on', x.ended_on, 'at', (
          select ${MS('min(h.known_from)')} from row_history h
          where h.entity = 'exemption' and h.entity_id = x.id and h.row ->> 'ended_on' is not null)) end))
      from exemption x where x.person_id = p.id and x.course_id = c.id and x.state = 'approved'
    ), '[]') as exemptions
  from sight v
  join concerned k on v.whole or exists (select from asked a where a.course_id = k.course_id)
  join course c on c.id = k.course_id
  where (p.id in (select people_in_scope($3, $2))) is true
) f
order by p.n, f.title, f."courseId"`;
