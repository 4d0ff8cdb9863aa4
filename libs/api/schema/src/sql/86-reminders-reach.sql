/*
 * Reminders reach somebody also where nobody speaks for a person, or whoever does is not there; and what a mail could not
 * tell on its day is told in a later one.
 */

-- ---- published by platform: mails that are for a day ----

alter table mail
  -- A digest is for its day: whoever could not be reached until then is told anew in a later one.
  add column good_until timestamptz,
  -- Since when its content is on the way to the server; empty again once the server has answered.
  add column handing_over_at timestamptz,
  -- Why a failed mail is not tried again by itself. `refused`: the server will never take it; `late`: its day is over, or
  -- its reader is not at work any more; `unsure`: a worker was killed while it handed it over, so it may have arrived.
  add column ended_why text check (ended_why in ('refused', 'late', 'unsure'));
create index mail_failed_idx on mail (created_at desc, id desc) where state = 'failed';

-- ---- of notifications ----

-- Digests whose mail never left: what they told counts as not told.
create table lapsed_digest (
  person_id uuid not null,
  on_date date not null,
  at timestamptz not null,
  primary key (person_id, on_date),
  foreign key (person_id, on_date) references digest (person_id, on_date)
);
comment on table lapsed_digest is 'Append-only.';

alter table reminder
  -- How often the same step was told before in a digest that lapsed.
  add column again int not null default 0;
do $$
declare
  v_key text := (select conname from pg_constraint where conrelid = 'reminder'::regclass and contype = 'u');
begin
  execute format('alter table reminder drop constraint %I', v_key);
end
$$;
alter table reminder add constraint reminder_step_key unique (person_id, kind, thing_id, deadline, step, again);

create view told_reminder as
select r.* from reminder r
where not exists (select from lapsed_digest l where l.person_id = r.told_id and l.on_date = r.told_on);

/*
 * Keeps which digests lapsed: their mails were not sent on their day, and will not be. Answers how many. Looks a week back,
 * as a chain goes on by itself.
 */
create function lapse_digests(p_today date, p_at timestamptz) returns int language sql as $$
  with lapsed as (
    insert into lapsed_digest (person_id, on_date, at)
    select g.person_id, g.on_date, p_at
    from digest g join mail m on m.dedupe_key = concat_ws(' ', 'digest', g.person_id, g.on_date)
    where g.on_date between p_today - 7 and p_today - 1 and m.good_until < p_at and m.state in ('waiting', 'failed')
      and (m.ended_why = 'late' or m.ended_why is null and m.handing_over_at is null)
    on conflict do nothing returning 1
  )
  select count(*)::int from lapsed
$$;

-- Whether a mail for a day may still go: its reader has not left and is not on leave since it was written.
create function is_for_now(p_mail uuid, p_today date) returns boolean language sql stable as $$
  select m.good_until is null or m.person_id is null or exists (
    select from people_at_work(p_today) w where w.person_id = m.person_id)
  from mail m where m.id = p_mail
$$;

-- ---- published by people ----

-- The line managers over an engagement, from its own and its organisation on, the nearest first: those of `managers_over`, in
-- their order. By manager and not by engagement, as many have the same.
create function managers_by_distance(p_manager uuid, p_organisation uuid, p_today date) returns table (manager uuid, distance int)
language sql stable rows 5 as $$
  with recursive line(organisation_id, manager, distance) as (
    select p_organisation, p_manager, 1 where p_manager is not null
    union
    select f.organisation_id, f.line_manager_id, l.distance + 1 from line l cross join lateral (
      select x.organisation_id, x.line_manager_id from engagement x
      where x.person_id = l.manager and x.line_manager_id is not null and (x.ends_on is null or x.ends_on >= p_today) offset 0
    ) f
    -- People who report to each other in a circle end here.
    where l.distance < 12 and (f.organisation_id = l.organisation_id
      or (select count(*) from engagement x where x.person_id = l.manager and x.organisation_id = l.organisation_id) = 0)
  )
  select l.manager, min(l.distance) from line l where not has_left(l.manager, l.organisation_id, p_today) group by l.manager
$$;

/*
 * Who speaks with the people of an engagement. `manager`: the line manager, else the next line manager above who is there,
 * else the coordinator of the organisation or the nearest tier above; `coordinator`: first the coordinator. Only who is at
 * work, not on leave where they lead, has an address, and is not the person. Null where nobody is.
 */
create or replace function leads_on(today date) returns table (engagement_id uuid, person_id uuid, manager uuid, coordinator uuid)
language sql stable rows 20000 as $$
  with recursive reach as materialized (
    select w.person_id from people_at_work(today) w
    where w.begun and mail_address(w.person_id, today) is not null
  ), on_leave as materialized (
    -- Whoever is on leave from an organisation, in all that they are there.
    select e.person_id, e.organisation_id from engagement e
    where e.starts_on <= today and (e.ends_on is null or e.ends_on >= today)
      and e.person_id in (select l.person_id from leave_of_absence a join engagement l on l.id = a.engagement_id
        where a.withdrawn_at is null and today between a.from_on and a.to_on)
    group by 1, 2
    having bool_and(exists (select from leave_of_absence a
      where a.engagement_id = e.id and a.withdrawn_at is null and today between a.from_on and a.to_on))
  ), up(organisation_id, above_id, distance) as (
    select o.id, o.id, 0 from organisation o
    union all
    select up.organisation_id, o.parent_id, up.distance + 1 from up join organisation o on o.id = up.above_id
    where o.parent_id is not null
  ), coordinators as materialized (
    select up.organisation_id, g.person_id,
      row_number() over (partition by up.organisation_id order by min(up.distance), min(g.starts_on), g.person_id) as place
    from up
    join role_grant g on g.organisation_id = up.above_id and g.role = 'coordinator'
      and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
    left join engagement own on own.id = g.engagement_id
    join reach r on r.person_id = g.person_id
    where (own.id is null or own.ends_on is null or own.ends_on >= today)
      and not exists (select from on_leave v where v.person_id = g.person_id and v.organisation_id = coalesce(own.organisation_id, g.organisation_id))
    group by up.organisation_id, g.person_id
  ), engaged as materialized (
    select e.id, e.person_id, e.organisation_id, e.line_manager_id, m.person_id as manager,
      case when first.person_id is distinct from e.person_id then first.person_id else second.person_id end as coordinator
    from engagement e
    left join reach m on m.person_id = e.line_manager_id and not has_left(m.person_id, e.organisation_id, today)
      and not exists (select from on_leave v where v.person_id = m.person_id and v.organisation_id = e.organisation_id)
    left join coordinators first on first.organisation_id = e.organisation_id and first.place = 1
    left join coordinators second on second.organisation_id = e.organisation_id and second.place = 2
    where e.starts_on - 7 <= today and (e.ends_on is null or e.ends_on >= today)
      and not exists (select from leave_of_absence l
        where l.engagement_id = e.id and l.withdrawn_at is null and today between l.from_on and l.to_on)
  ), above as materialized (
    -- Looked up for those line managers alone who are not there. Two, as one may be the person themself.
    select k.line_manager_id, k.organisation_id, m.managers[1] as first, m.managers[2] as second
    from (select distinct e.line_manager_id, e.organisation_id from engaged e where e.manager is null and e.line_manager_id is not null) k
    cross join lateral (
      select array_agg(d.manager order by d.distance, d.manager) as managers
      from managers_by_distance(k.line_manager_id, k.organisation_id, today) d
      where d.manager in (select r.person_id from reach r)
        and not exists (select from on_leave v where v.person_id = d.manager and v.organisation_id = k.organisation_id)
    ) m
  ), next as (
    select e.*, case when a.first is distinct from e.person_id then a.first else a.second end as higher
    from engaged e left join above a on e.manager is null and a.line_manager_id = e.line_manager_id and a.organisation_id = e.organisation_id
  )
  select n.id, n.person_id, coalesce(n.manager, n.higher, n.coordinator), coalesce(n.coordinator, n.manager, n.higher) from next n
$$;

-- Who is told where nobody speaks for somebody: the People Team, whoever has been in it for longest first.
create function last_resort(today date) returns table (person_id uuid, place int) language sql stable rows 20 as $$
  select g.person_id, row_number() over (order by min(g.starts_on), g.person_id)::int
  from role_grant g
  left join engagement e on e.id = g.engagement_id
  join people_at_work(today) w on w.person_id = g.person_id and w.begun
  where g.role = 'people-team' and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
    and (e.id is null or e.ends_on is null or e.ends_on >= today)
    and mail_address(g.person_id, today) is not null
  group by g.person_id
$$;

-- Whether somebody who works here has nobody who speaks for them, in an employment of theirs.
create function unspoken_people(today date) returns setof uuid language sql stable rows 500 as $$
  select distinct l.person_id from leads_on(today) l where l.manager is null
$$;

/*
 * Everything that is to be told on a day and was not told yet, for all people at once. Of each chain only the newest step
 * whose day has come: days that were missed are caught up once. A date that moves begins the chain anew; a step before
 * the date is not repeated when it was told a moment ago for the date as it was. On Saturdays and Sundays only what cannot
 * wait. Who was told something today is told the rest another day. `what` is the standing of a course, or the kind of a
 * decision; `total` how many of these wait for whoever decides, and `oldest` since when the first of them does. `unspoken`:
 * told to the People Team, as nobody else speaks for the person; `again`: a digest that lapsed was to tell it before.
 */
drop function reminders_due(date);
create function reminders_due(p_today date) returns table (
  told_id uuid, person_id uuid, kind text, thing_id uuid, deadline date, step text, topic text, title text, what text, total int, oldest date,
  unspoken boolean, again boolean
) language sql stable rows 5000 as $$
  with at_work as materialized (
    select w.person_id, w.begun, mail_address(w.person_id, p_today) is not null as reachable from people_at_work(p_today) w
  ), leads as materialized (
    select l.*, count(*) over (partition by l.person_id) = 1 as only_one from leads_on(p_today) l
  ), keepers as materialized (
    select k.* from last_resort(p_today) k
  ), on_leave as materialized (
    select e.id as engagement_id, e.person_id from leave_of_absence l join engagement e on e.id = l.engagement_id
    where l.withdrawn_at is null and p_today between l.from_on and l.to_on
  ), paused as materialized (
    -- Asked by nobody but employers from whom they are on leave, though they may be at work for another.
    select a.person_id, a.course_id
    from assignment a
    join assignment_reason r on r.assignment_id = a.id and r.ended_at is null
    left join path_enrolment n on n.id = r.path_enrolment_id
    where a.state = 'open' and a.person_id in (select v.person_id from on_leave v)
    group by 1, 2
    having bool_and(coalesce(r.engagement_id, n.engagement_id) is not null
      and coalesce(r.engagement_id, n.engagement_id) in (select v.engagement_id from on_leave v))
  ), courses as (
    select s.person_id, s.course_id, s.required, d.standing, w.begun, w.reachable, s.window_from,
      case d.standing when 'expiring' then least(s.valid_until, s.due_on) when 'expired' then coalesce(s.due_on, s.valid_until) else s.due_on end as deadline
    from standing_dates s
    join at_work w on w.person_id = s.person_id
    cross join lateral (select standing_on(s.*, p_today) as standing) d
    where (s.due_on <= p_today + 14 or s.window_from <= p_today)
      and (s.opens_on is null or s.opens_on <= p_today)
      and d.standing in ('not started', 'in progress', 'overdue', 'expired', 'expiring')
      and not exists (select from paused k where k.person_id = s.person_id and k.course_id = s.course_id)
  ), course_steps as (
    select c.*, x.step, x.since
    from courses c
    cross join lateral (
      select case
          when c.standing in ('overdue', 'expired') then case when p_today >= c.deadline + 7 then 'overdue-7' else 'overdue-1' end
          when c.standing = 'expiring' and (not c.required or p_today < c.deadline - 14) then 'window'
          when p_today >= c.deadline - 3 then 'soon-3'
          when p_today >= c.deadline - 14 then 'soon-14'
        end as step
    ) k
    -- The day of the step, less the days in which the same step for another date would be told twice in a row.
    cross join lateral (
      select k.step, case k.step when 'overdue-7' then c.deadline + 7 when 'overdue-1' then c.deadline + 1
        when 'soon-3' then c.deadline - 5 when 'soon-14' then c.deadline - 21 else c.window_from - 14 end as since
      where k.step is not null
      union all
      select 'escalated', c.deadline + 7 where k.step = 'overdue-7' and c.required and c.begun
    ) x
    where c.deadline is not null
  ), course_news as materialized (
    select c.* from course_steps c
    where not (c.step in ('window', 'soon-14', 'soon-3') and exists (
      select from coming_booking b
      where b.person_id = c.person_id and b.course_id = c.course_id and b.state = 'booked' and b.on_date between p_today and c.deadline))
    and not exists (
      select from told_reminder r
      where r.person_id = c.person_id and r.kind = 'course' and r.thing_id = c.course_id and r.step = c.step
        and (r.deadline = c.deadline or r.told_on >= c.since)
    )
  ), course_rows as (
    select case when c.step = 'escalated' then coalesce(l.manager, k.person_id)
        when c.reachable then c.person_id else coalesce(l.coordinator, k.person_id, c.person_id) end as told_id,
      (c.step = 'escalated' or not c.reachable) and l.manager is null and k.person_id is not null as unspoken,
      c.person_id, 'course' as kind, c.course_id as thing_id, c.deadline, c.step, c.required, c.standing, c.step in ('soon-3', 'overdue-1') and c.required as urgent
    from course_news c
    left join lateral (
      -- Whose reason it is: nobody hears of what another employer asks.
      select coalesce(r.engagement_id, n.engagement_id) as engagement_id
      from assignment a
      join assignment_reason r on r.assignment_id = a.id and r.ended_at is null
      left join path_enrolment n on n.id = r.path_enrolment_id
      where a.person_id = c.person_id and a.course_id = c.course_id
      order by a.cycle desc, r.due_on nulls last, r.id limit 1
    ) o on c.step = 'escalated' or not c.reachable
    left join leads l on l.person_id = c.person_id
      and (l.engagement_id = o.engagement_id or (o.engagement_id is null and l.only_one))
      and (c.step = 'escalated' or not c.reachable)
    left join lateral (select p.person_id from keepers p where p.person_id <> c.person_id order by p.place limit 1) k
      -- Not while they are on leave from whoever asks.
      on o.engagement_id is null or l.engagement_id is not null
  ), task_news as materialized (
    select t.*, w.reachable, k.step
    from tasks_to_do(p_today) t
    join at_work w on w.person_id = t.assignee_id and (w.begun or t.assignee_id = t.person_id)
    cross join lateral (
      select case when p_today >= t.due_on + 7 then 'overdue-7' when p_today > t.due_on then 'overdue-1' else 'soon-3' end as step
    ) k
    where t.due_on <= p_today + 3 and t.engagement_id not in (select v.engagement_id from on_leave v) and not exists (
      select from told_reminder r
      where r.person_id = t.assignee_id and r.kind = 'task' and r.thing_id = t.task_id and r.step = k.step
        and (r.deadline = t.due_on or r.told_on >= t.due_on + case k.step when 'overdue-7' then 7 when 'overdue-1' then 1 else -5 end)
    )
  ), task_rows as (
    select case when t.reachable then t.assignee_id else coalesce(l.coordinator, k.person_id, t.assignee_id) end as told_id,
      not t.reachable and l.coordinator is null and k.person_id is not null as unspoken,
      t.assignee_id as person_id, t.task_id, t.due_on, t.step, t.title
    from task_news t
    -- Of whoever does it: through the path's own employment, or the one that there is.
    left join leads l on not t.reachable and l.person_id = t.assignee_id and (l.engagement_id = t.engagement_id or l.only_one)
    left join lateral (select p.person_id from keepers p where p.person_id <> t.assignee_id order by p.place limit 1) k on true
    where task_is_open(t.enrolment_id, t.task_id, p_today)
  ), waiting as (
    select d.*, count(*) over (partition by d.decider_id, d.what)::int as total,
      min(d.since) over (partition by d.decider_id, d.what) as oldest,
      case when p_today >= d.since + 7 then 'still-waiting' else 'waiting' end as step
    from decisions_waiting(p_today) d
    join at_work w on w.person_id = d.decider_id and w.begun
    where d.since <= p_today
  ), decision_rows as (
    select d.* from waiting d
    where not exists (
      select from told_reminder r
      where r.person_id = d.decider_id and r.kind = 'decision' and r.thing_id = d.thing_id and r.step = d.step and r.deadline = d.since
    )
  ), session_rows as (
    select case when w.reachable then x.person_id else coalesce(l.coordinator, k.person_id, x.person_id) end as told_id, x.*,
      not w.reachable and l.coordinator is null and k.person_id is not null as unspoken
    from session_reminders(p_today) x
    join at_work w on w.person_id = x.person_id
    left join leads l on not w.reachable and l.engagement_id = x.engagement_id
    left join lateral (select p.person_id from keepers p where p.person_id <> x.person_id order by p.place limit 1) k
      on x.engagement_id is null or l.engagement_id is not null
    where not exists (select from on_leave v where v.engagement_id = x.engagement_id) and not exists (
      select from told_reminder r
      where r.person_id = x.person_id and r.kind = 'session' and r.thing_id = x.thing_id and r.step = x.step and r.deadline = x.deadline
    )
  ), found as (
    select c.told_id, c.person_id, c.kind, c.thing_id, c.deadline, c.step,
      case when c.told_id <> c.person_id then 'people' when c.required then 'training' else 'own-wish' end as topic,
      null::text as title, c.standing as what, 0 as total, null::date as oldest, c.urgent, c.unspoken
    from course_rows c
    union all
    select t.told_id, t.person_id, 'task', t.task_id, t.due_on, t.step,
      case when t.told_id <> t.person_id then 'people' else 'tasks' end, t.title, null, 0, null, false, t.unspoken
    from task_rows t
    union all
    select d.decider_id, d.decider_id, 'decision', d.thing_id, d.since, d.step, 'decisions', null, d.what, d.total, d.oldest, false, false
    from decision_rows d
    union all
    select s.told_id, s.person_id, 'session', s.thing_id, s.deadline, s.step,
      case when s.told_id <> s.person_id then 'people' else 'training' end, s.title, s.what, 0, null, s.urgent, s.unspoken
    from session_rows s
  )
  select f.told_id, f.person_id, f.kind, f.thing_id, f.deadline, f.step, f.topic, coalesce(f.title, c.title), f.what, f.total, f.oldest, f.unspoken,
    exists (select from reminder r where (r.person_id, r.kind, r.thing_id, r.deadline, r.step) = (f.person_id, f.kind, f.thing_id, f.deadline, f.step))
  from found f
  left join course c on f.kind = 'course' and c.id = f.thing_id
  where f.told_id is not null
    and (extract(isodow from p_today) < 6 or f.urgent)
    and not exists (select from digest g where g.person_id = f.told_id and g.on_date = p_today)
$$;
