-- Leave of absence and extensions count on paths as they do for courses: on the route, in the progress, and for tasks. And an
-- extended date waits for somebody on leave like any other.

-- Few of what is open was given more time.
create index assignment_extended_idx on assignment (person_id, course_id) where state = 'open' and extended_to is not null;

drop function leave_days(uuid, uuid);
/*
 * Days of leave that count for a reason: those of its engagement, or, where it has none, those on which every engagement
 * that the person has then is on leave. Only leave that was entered after a moment, where one is said.
 */
create function leave_days(p_person uuid, p_engagement uuid, p_entered_after timestamptz default '-infinity') returns datemultirange
language sql stable as $$
  with days as (
    select e.id, daterange(e.starts_on, e.ends_on, '[]') as engaged, coalesce((
      select range_agg(daterange(l.from_on, l.to_on, '[]')) from leave_of_absence l
      where l.engagement_id = e.id and l.withdrawn_at is null and l.entered_at > p_entered_after), '{}') as away
    from engagement e where e.person_id = p_person and (p_engagement is null or e.id = p_engagement)
  )
  select coalesce(range_agg(away), '{}') - coalesce(range_agg(datemultirange(engaged) - away), '{}') from days
$$;

-- The one engagement because of which an assignment is owed; null where there are several, or a reason without one.
create function engagement_of_assignment(p_assignment uuid) returns uuid language sql stable as $$
  select case when count(distinct g.id) = 1 and bool_and(g.id is not null) then (array_agg(g.id))[1] end
  from assignment_reason r
  left join path_enrolment n on n.id = r.path_enrolment_id
  cross join lateral (select coalesce(r.engagement_id, n.engagement_id) as id) g
  where r.assignment_id = p_assignment and r.ended_at is null
$$;

/*
 * Until when somebody has more time: the domain's `extendedAfterLeave`. Days of leave that were entered after the day was
 * chosen do not count. Who chose it knew of the others: it is only never within leave.
 */
create function extension_after_leave(a assignment) returns date language sql stable as $$
  select case when k.away is null then a.extended_to else due_after_leave(d.day, d.day, k.away) end
  from (select max(e.at) as at from due_extension e where e.assignment_id = a.id and e.due_on = a.extended_to) x
  cross join lateral (
    select case when exists (select from leave_of_absence l join engagement e on e.id = l.engagement_id
        where e.person_id = a.person_id and l.withdrawn_at is null)
      then leave_days(a.person_id, engagement_of_assignment(a.id)) end as away
  ) k
  cross join lateral (
    select case when k.away is null or x.at is null then a.extended_to
      else due_after_leave((x.at at time zone 'Europe/London')::date, a.extended_to,
        leave_days(a.person_id, engagement_of_assignment(a.id), x.at)) end as day
  ) d
$$;

-- The dates of what is open: of a renewal first those of its reasons, then the earliest of them, then leave and extensions.
create or replace function date_assignments(p_persons uuid[], p_courses uuid[]) returns void language plpgsql as $$
begin
  update assignment_reason r set due_on = n.due_on, opens_on = n.opens_on
  from assignment a, renewals_of(a.id) n
  where a.person_id = any (p_persons) and (p_courses is null or a.course_id = any (p_courses))
    and a.state = 'open' and a.follows_on is not null
    and r.id = n.reason_id and (r.due_on, r.opens_on) is distinct from (n.due_on, n.opens_on);
  update assignment a set due_on = r.due_on, opens_on = r.opens_on
  from (
    select x.id, min(due_after_leave(r.opens_on, r.due_on, case when l.some then leave_days(x.person_id,
        coalesce(r.engagement_id, n.engagement_id)) end)) as due_on,
      min(r.opens_on) as opens_on
    from assignment x
    join assignment_reason r on r.assignment_id = x.id and r.ended_at is null
    left join path_enrolment n on n.id = r.path_enrolment_id
    cross join lateral (
      select exists (select from leave_of_absence l join engagement e on e.id = l.engagement_id
        where e.person_id = x.person_id and l.withdrawn_at is null) as some
    ) l
    where x.person_id = any (p_persons) and (p_courses is null or x.course_id = any (p_courses)) and x.state = 'open'
    group by x.id
  ) q
  join assignment k on k.id = q.id
  cross join lateral (
    select q.opens_on, case when q.due_on is null or k.extended_to is null then q.due_on
      else greatest(q.due_on, extension_after_leave(k)) end as due_on
  ) r
  where a.id = q.id and (a.due_on, a.opens_on) is distinct from (r.due_on, r.opens_on);
end
$$;

-- ---- paths ----

-- Days of leave that count on a path; null without any. What hangs on the last day cannot wait until after it.
create function leave_on_path(n path_enrolment) returns datemultirange language sql stable as $$
  select leave_days(n.person_id, n.engagement_id)
  where exists (select from leave_of_absence l where l.engagement_id = n.engagement_id and l.withdrawn_at is null)
    and not exists (select from learning_path p where p.id = n.path_id and p.kind = 'offboarding')
$$;

-- Until when somebody has more time for a course of their path; null where none was given, or another employment asks for it too.
create function extension_on_path(n path_enrolment, a assignment) returns date language sql stable as $$
  select extension_after_leave(a)
  where a.extended_to is not null and not exists (
    select from assignment_reason r left join path_enrolment m on m.id = r.path_enrolment_id
    where r.assignment_id = a.id and r.ended_at is null and coalesce(r.engagement_id, m.engagement_id) <> n.engagement_id)
$$;

-- When a step is due: the domain's `datesFor`, which a test holds it to.
create function due_on_path(opens date, planned date, earliest date, away datemultirange, extended date) returns date
language sql immutable as $$
  select greatest(case when away is null then greatest(planned, earliest)
    else due_after_leave(least(opens, planned), greatest(planned, earliest), away) end, extended)
$$;

do $$
declare
  v_was text := pg_get_functiondef('path_stops(uuid, date)'::regprocedure);
  v_is text;
begin
  v_is := replace(v_was,
    'greatest(n.anchor_on + coalesce(st.day_offset, sg.day_offset), coalesce(n.moved_on, n.given_on) + n.grace_days) as due_on',
    'due_on_path(n.opens_on, n.anchor_on + coalesce(st.day_offset, sg.day_offset), coalesce(n.moved_on, n.given_on) + n.grace_days,
        y.away, x.extended) as due_on');
  if v_is = v_was then
    raise exception 'the route knows of no leave';
  end if;
  v_was := v_is;
  v_is := replace(v_was, '    where n.id = p_enrolment', '    cross join lateral (select leave_on_path(n) as away) y
    left join lateral (
      select extension_on_path(n, o) as extended from assignment o
      where o.person_id = n.person_id and o.course_id = st.course_id and o.state = ''open'' and o.extended_to is not null
    ) x on true
    where n.id = p_enrolment');
  if v_is = v_was then
    raise exception 'the route asks for no leave';
  end if;
  execute v_is;
end
$$;

/*
 * How far people are on their paths: the domain's `pathProgress` over rows, for the enrolments that are named. Of a choice
 * as many steps count as it needs, first those that are done, then those that are not late; only these are ranked, which
 * keeps thousands of people fast. The title is as written, with its {name}.
 */
create or replace function path_counts(p_enrolments uuid[], p_today date) returns table (
  enrolment_id uuid, done int, total int, overdue int, moved boolean, next_title text, next_due_on date
) language sql stable as $$
  with e as materialized (
    select n.id, n.person_id, n.path_version_id, n.anchor_on, n.opens_on, n.given_on,
      coalesce(n.moved_on, n.given_on) + n.grace_days as earliest,
      case when l.engagement_id is not null then leave_on_path(n) end as away
    from unnest(p_enrolments) x(id) join path_enrolment n on n.id = x.id
    left join (select distinct engagement_id from leave_of_absence where withdrawn_at is null) l on l.engagement_id = n.engagement_id
  ), extended as materialized (
    select e.id, a.course_id, extension_on_path(n, a) as on_day
    from e join path_enrolment n on n.id = e.id
    join assignment a on a.person_id = e.person_id and a.state = 'open' and a.extended_to is not null
  ), steps as materialized (
    select sg.path_version_id, st.key, st.kind, st.course_id, st.optional, st.choice_id, ch.need,
      coalesce(c.title, st.title) as title, coalesce(st.day_offset, sg.day_offset) as day_offset,
      row_number() over (partition by sg.path_version_id order by sg.position, st.position)::int as ord
    from path_stage sg
    join path_step st on st.stage_id = sg.id
    left join path_choice ch on ch.id = st.choice_id
    left join course c on c.id = st.course_id
    where st.kind <> 'milestone' and sg.path_version_id in (select e.path_version_id from e)
  ), f as not materialized (
    select e.id, p.optional, p.choice_id, p.need, p.ord,
      coalesce(case when p.kind = 'task' then t.done_on is not null
        else s.ever_completed and (s.lifetime or s.valid_until >= p_today or s.completed_on >= e.given_on) end, false) as done,
      s.started_on is not null as begun,
      due_on_path(e.opens_on, e.anchor_on + p.day_offset, e.earliest, e.away, x.on_day) < p_today as late
    from e
    join steps p on p.path_version_id = e.path_version_id
    left join standing_dates s on s.person_id = e.person_id and s.course_id = p.course_id
    left join path_task t on p.kind = 'task' and t.path_enrolment_id = e.id and t.step_key = p.key
    left join extended x on x.id = e.id and x.course_id = p.course_id
  ), r as (
    select f.id, f.ord, f.done, f.begun, f.late, not f.optional as counts, not f.optional and not f.done as needed
    from f where f.choice_id is null
    union all
    select f.id, f.ord, f.done, f.begun, f.late,
      row_number() over (partition by f.id, f.choice_id order by f.done desc, f.late, f.ord) <= f.need,
      not f.done and count(*) filter (where f.done) over one < least(f.need, count(*) over one)
    from f where f.choice_id is not null window one as (partition by f.id, f.choice_id)
  ), k as (
    select r.id, count(*) filter (where r.counts and r.done)::int as done, count(*) filter (where r.counts)::int as total,
      count(*) filter (where r.counts and not r.done and r.late)::int as overdue,
      bool_or(r.done or r.begun) as moved, min(r.ord) filter (where r.needed) as next
    from r group by r.id
  )
  select k.id, k.done, k.total, k.overdue, k.moved, p.title,
    -- "greatest" passes over nulls: without a next step there is no day either.
    case when k.next is not null then due_on_path(e.opens_on, e.anchor_on + p.day_offset, e.earliest, e.away, x.on_day) end
  from k
  join e on e.id = k.id
  left join steps p on p.path_version_id = e.path_version_id and p.ord = k.next
  left join extended x on x.id = e.id and x.course_id = p.course_id
$$;

-- What stands already.
update path_task t set due_on = d.due_on
from path_enrolment n, path_step s join path_stage g on g.id = s.stage_id,
  lateral (select due_on_path(n.opens_on, n.anchor_on + coalesce(s.day_offset, g.day_offset),
    coalesce(n.moved_on, n.given_on) + n.grace_days, leave_on_path(n), null) as due_on) d
where n.id = t.path_enrolment_id and n.state = 'open' and s.id = t.path_step_id and t.done_on is null
  and leave_on_path(n) is not null and t.due_on <> d.due_on;
select date_assignments(array(select distinct a.person_id from assignment a where a.state = 'open' and a.extended_to is not null), null);
