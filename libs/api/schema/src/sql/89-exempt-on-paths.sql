-- A course that somebody is exempt from today is not asked for on their paths either: nothing waits for it, no choice counts on
-- it, and who has done the rest is done. It is asked for again once the exemption has lapsed.

drop function path_stops(uuid, date);
/* The stops of one enrolment in order: the domain's `routeOf` over rows, which a test holds it to. */
create function path_stops(p_enrolment uuid, p_today date)
returns table(step_id uuid, step_key uuid, ord bigint, kind text, course_id uuid, title text, stage text, day_offset integer, minutes integer, optional boolean, choice_id uuid, choice_need integer, choice_of bigint, in_person boolean, task_id uuid, doer text, doer_name text, instructions text, done boolean, done_on date, due_on date, opens_on date, needed boolean, opens_after text, state text, exempt_until date)
language sql stable as $$
  with f as materialized (
    select st.id, st.key, st.kind, st.course_id, st.optional, st.choice_id, ch.need, st.doer, st.instructions, sg.title as stage,
      sg.position, v.sequential, cv.minutes, cv.id as course_version_id, t.id as task_id,
      coalesce(st.day_offset, sg.day_offset) as day_offset,
      coalesce(c.title, path_task_label(st.title, st.learner_title, st.doer, a.name, coalesce(w.known_as, w.given_name))) as title,
      a.name as doer_name,
      row_number() over (order by sg.position, st.position) as ord,
      case when st.kind = 'task' then t.done_on is not null else
        coalesce(s.ever_completed and (s.lifetime or s.valid_until >= p_today or s.completed_on >= n.given_on), false) end as done,
      case when st.kind = 'task' then t.done_on else s.completed_on end as done_on,
      case when s.required then (select upper(r) - 1 from unnest(s.exempt) r where r @> p_today) end as exempt_until,
      due_on_path(n.opens_on, n.anchor_on + coalesce(st.day_offset, sg.day_offset), coalesce(n.moved_on, n.given_on) + n.grace_days,
        y.away, x.extended) as due_on,
      least(n.opens_on, n.anchor_on + coalesce(st.day_offset, sg.day_offset)) as opens_on
    from path_enrolment n
    join person w on w.id = n.person_id
    join path_version v on v.id = n.path_version_id
    join path_stage sg on sg.path_version_id = n.path_version_id
    join path_step st on st.stage_id = sg.id
    left join path_choice ch on ch.id = st.choice_id
    left join course c on c.id = st.course_id
    left join course_version cv on cv.course_id = st.course_id and cv.state = 'published'
    left join standing_dates s on s.person_id = n.person_id and s.course_id = st.course_id
    left join path_task t on st.kind = 'task' and t.path_enrolment_id = n.id and t.step_key = st.key
    left join lateral (
      select concat_ws(' ', p.given_name, p.family_name) as name from person p
      where p.id = coalesce(t.done_by, t.assignee_id)
    ) a on true
    cross join lateral (select leave_on_path(n) as away) y
    left join lateral (
      select extension_on_path(n, o) as extended from assignment o
      where o.person_id = n.person_id and o.course_id = st.course_id and o.state = 'open' and o.extended_to is not null
    ) x on true
    where n.id = p_enrolment
  ), e as (
    select f.*, f.exempt_until is not null and not f.done as excused from f
  ), m as (
    select e.*, count(*) filter (where not e.excused) over choice as choice_of,
      e.choice_id is not null and count(*) filter (where e.done) over choice
        >= least(e.need, count(*) filter (where not e.excused) over choice) as made
    from e window choice as (partition by e.choice_id)
  ), d as (
    select m.*, m.kind <> 'milestone' and not m.optional and not m.done and not m.made and not m.excused as needed from m
  ), g as materialized (
    select d.*, min(d.ord) filter (where d.needed) over () as first_needed,
      min(d.position) filter (where d.needed) over () as first_stage,
      case when d.kind = 'milestone' then coalesce(min(d.ord) filter (where d.needed) over () > d.ord, true) else d.done end as reached
    from d
  ), b as (
    select g.*, case
        when g.reached then null
        when g.kind = 'milestone' then g.first_needed
        else least(case when g.sequential and g.first_stage < g.position then g.first_needed end, (
          select min(o.ord) from path_step_after x join g o on o.id = x.after_id
          where x.step_id = g.id and not o.reached and not o.made and not o.excused))
      end as after_ord,
      not (g.kind = 'task' and g.doer <> 'learner') as own
    from g
  ), o as (
    select b.*, not b.reached and b.kind <> 'milestone' and b.opens_on <= p_today and b.after_ord is null as open from b
  ), h as (
    select o.*, coalesce(min(o.ord) filter (where o.open and o.own and o.needed) over (),
      min(o.ord) filter (where o.open and o.own and not o.excused) over ()) as here,
      max(o.done_on) filter (where o.done) over (order by o.ord) as reached_on
    from o
  )
  select h.id, h.key, h.ord, h.kind, h.course_id, h.title, h.stage, h.day_offset, h.minutes, h.optional, h.choice_id, h.need,
    case when h.choice_id is not null then h.choice_of end,
    h.kind = 'course' and not exists (select from activity x where x.course_version_id = h.course_version_id and x.kind <> 'in-person'),
    h.task_id, h.doer, h.doer_name, h.instructions,
    h.reached, case when h.reached then case when h.kind = 'milestone' then h.reached_on else h.done_on end end, h.due_on,
    case when not h.reached and h.kind <> 'milestone' and h.opens_on > p_today then h.opens_on end,
    h.needed, (select x.title from g x where x.ord = h.after_ord),
    case when h.reached then 'done' when not h.open then 'blocked' when h.ord = h.here then 'here' else 'next' end,
    case when h.excused then h.exempt_until end
  from h
$$;

/*
 * How far people are on their paths: the domain's `pathProgress` over rows, for the enrolments that are named. Of a choice
 * as many steps count as it needs, first those that are done, then those that are not late; only these are ranked, which
 * keeps thousands of people fast. The title is as written, with its {name}.
 */
create or replace function path_counts(p_enrolments uuid[], p_today date)
returns table(enrolment_id uuid, done integer, total integer, overdue integer, moved boolean, next_title text, next_due_on date)
language sql stable as $$
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
  ), g as not materialized (
    select e.id, p.optional, p.choice_id, p.need, p.ord, s.required and s.exempt @> p_today as exempt,
      coalesce(case when p.kind = 'task' then t.done_on is not null
        else s.ever_completed and (s.lifetime or s.valid_until >= p_today or s.completed_on >= e.given_on) end, false) as done,
      s.started_on is not null as begun,
      due_on_path(e.opens_on, e.anchor_on + p.day_offset, e.earliest, e.away, x.on_day) < p_today as late
    from e
    join steps p on p.path_version_id = e.path_version_id
    left join standing_dates s on s.person_id = e.person_id and s.course_id = p.course_id
    left join path_task t on p.kind = 'task' and t.path_enrolment_id = e.id and t.step_key = p.key
    left join extended x on x.id = e.id and x.course_id = p.course_id
  ), f as not materialized (
    select g.id, g.optional or (g.exempt and not g.done) is true as optional,
      case when (g.exempt and not g.done) is not true then g.choice_id end as choice_id, g.need, g.ord, g.done, g.begun, g.late
    from g
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
