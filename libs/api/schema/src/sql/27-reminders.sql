-- Reminders: who is told what, once; one digest a person and day; notices; and what people want no mails about.

alter table mail
  -- Where a mail program can end mails of this kind for the reader, with one press (RFC 8058).
  add column unsubscribe_url text,
  -- A mail that is being handed over belongs to one worker until then; nobody else hands it over meanwhile.
  add column claimed_until timestamptz;

-- The day on which reminders were first looked at. They begin on the day after.
create table reminder_start (
  singleton boolean primary key default true check (singleton),
  on_date date not null
);

-- The days that are done. It saves looking again; nothing is computed from it.
create table digest_run (
  on_date date primary key,
  finished_at timestamptz not null
);

-- Who was told something on a day: once a day at most.
create table digest (
  person_id uuid not null references person,
  on_date date not null,
  primary key (person_id, on_date)
);

/*
 * What was told: one step of the chain of one thing. `person_id` is whose thing it is, `told_id` who was told: somebody
 * without an e-mail address is told by their coordinator. A deadline that moves begins the chain anew.
 */
create table reminder (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('course', 'task', 'decision')),
  thing_id uuid not null,
  deadline date not null,
  step text not null check (step in ('window', 'soon-14', 'soon-3', 'overdue-1', 'overdue-7', 'escalated', 'waiting', 'still-waiting')),
  told_id uuid not null,
  told_on date not null,
  unique (person_id, kind, thing_id, deadline, step),
  foreign key (told_id, told_on) references digest (person_id, on_date)
);
create index reminder_told_idx on reminder (told_id, told_on);
comment on table reminder is 'Append-only.';

create table notice (
  id uuid primary key,
  person_id uuid not null references person,
  at timestamptz not null,
  kind text not null,
  -- What the sentence is made of: {title, date, personId, count, what}.
  about jsonb not null,
  -- Where it leads, within the app.
  link text not null,
  read_at timestamptz,
  dedupe_key text not null unique
);
create index notice_person_idx on notice (person_id, id desc);
create index notice_unread_idx on notice (person_id) where read_at is null;
create index notice_at_idx on notice (at);

-- Topics that somebody has decided about; without a row they get the mails.
create table reminder_choice (
  person_id uuid not null references person,
  topic text not null check (topic in ('own-wish', 'tasks', 'decisions')),
  mail boolean not null,
  chosen_at timestamptz not null,
  primary key (person_id, topic)
);

-- ---- published by people ----

-- Who holds one of the roles on a day.
create function people_holding(roles text[], today date) returns setof uuid language sql stable rows 50 as $$
  select distinct g.person_id
  from role_grant g left join engagement e on e.id = g.engagement_id
  where g.role = any (roles)
    and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
    and (e.id is null or e.ends_on is null or e.ends_on >= today)
$$;

-- ---- published by delivery: what waits for somebody to decide ----

-- Evidence and who may check it, as the list of what is to be checked says.
create function evidence_to_decide(today date) returns table (decider_id uuid, thing_id uuid, since date)
language sql stable rows 200 as $$
  with waiting as materialized (
    select s.id, s.person_id, s.submitted_by, (s.submitted_at at time zone 'Europe/London')::date as since
    from evidence_submission s
    join attempt t on t.id = s.attempt_id and t.state = 'open'
    join person p on p.id = s.person_id and p.erased_at is null
    where s.state = 'waiting'
  ), may as (
    select d.id as decider_id, w.* from people_holding('{people-team}', today) d(id) cross join waiting w
    union
    select d.id, w.*
    from people_holding('{trainer}', today) d(id)
    cross join lateral people_in_scope(d.id, today) i(id)
    join waiting w on w.person_id = i.id
    where exists (select from waiting)
  )
  select m.decider_id, m.id, m.since from may m
  where not same_person(m.person_id, m.decider_id) and not same_person(m.submitted_by, m.decider_id)
$$;

-- Practicals and who is asked to sign them: who the course names, the line manager, trainers who see the person.
create function sign_offs_to_decide(today date) returns table (decider_id uuid, thing_id uuid, since date)
language sql stable rows 200 as $$
  with waiting as materialized (
    select r.id, r.person_id, (r.asked_at at time zone 'Europe/London')::date as since, a.settings -> 'assessors' as assessors
    from practical_request r
    join attempt t on t.id = r.attempt_id and t.state = 'open'
    join activity a on a.id = t.activity_id
    join person p on p.id = r.person_id and p.erased_at is null
    where r.closed_at is null
  ), may as (
    select n.id::uuid as decider_id, w.id, w.person_id, w.since
    from waiting w cross join lateral jsonb_array_elements_text(coalesce(w.assessors -> 'personIds', '[]')) n(id)
    union
    select e.line_manager_id, w.id, w.person_id, w.since
    from waiting w
    join engagement e on e.person_id = w.person_id and (e.ends_on is null or e.ends_on >= today) and e.line_manager_id is not null
    where (w.assessors ->> 'lineManagers')::boolean
    union
    select d.id, w.id, w.person_id, w.since
    from people_holding('{trainer}', today) d(id)
    cross join lateral people_in_scope(d.id, today) i(id)
    join waiting w on w.person_id = i.id
    where (w.assessors ->> 'trainers')::boolean and exists (select from waiting)
  )
  select m.decider_id, m.id, m.since from may m where not same_person(m.person_id, m.decider_id)
$$;

-- ---- published by catalogue ----

-- Versions that wait for a second person, and who that can be.
create function reviews_to_decide(today date) returns table (decider_id uuid, thing_id uuid, since date)
language sql stable rows 50 as $$
  select d.id, v.id, (v.submitted_at at time zone 'Europe/London')::date
  from (
    select id, created_by, submitted_by, submitted_at from course_version where state = 'in-review'
    union all
    select id, created_by, submitted_by, submitted_at from path_version where state = 'in-review'
  ) v
  cross join people_holding('{people-team}', today) d(id)
  where v.submitted_at is not null and d.id is distinct from v.created_by and d.id is distinct from v.submitted_by
$$;

-- ---- published by assignments ----

-- Tasks of paths that can be done now: somebody's, or the People Team's while nobody is named.
create function tasks_to_do(today date) returns table (
  task_id uuid, assignee_id uuid, person_id uuid, engagement_id uuid, enrolment_id uuid, due_on date, title text
) language sql stable rows 500 as $$
  select t.id, t.assignee_id, t.person_id, n.engagement_id, n.id, t.due_on,
    replace(s.title, '{name}', coalesce(w.known_as, w.given_name))
  from path_task t
  join path_enrolment n on n.id = t.path_enrolment_id and n.state = 'open'
  join path_step s on s.id = t.path_step_id
  join path_stage g on g.id = s.stage_id and g.path_version_id = n.path_version_id
  join person w on w.id = t.person_id
  where t.done_on is null and t.opens_on <= today
$$;

-- Exemptions and requests that wait for a second person, and who that can be.
create function requests_to_decide(today date) returns table (decider_id uuid, what text, thing_id uuid, since date)
language sql stable rows 50 as $$
  select d.id, w.what, w.id, (w.asked_at at time zone 'Europe/London')::date
  from (
    select 'exemption' as what, x.id, x.asked_at, x.asked_by, x.person_id from exemption x where x.state = 'waiting'
    union all
    select 'request', q.id, q.asked_at, q.asked_by, null from assignment_request q where q.state = 'waiting'
  ) w
  cross join people_holding('{people-team}', today) d(id)
  where d.id <> w.asked_by and d.id is distinct from w.person_id
$$;

-- Whether nothing stands in the way of a task and it is still asked for.
create function task_is_open(p_enrolment uuid, p_task uuid, p_today date) returns boolean language sql stable as $$
  select exists (select from path_stops(p_enrolment, p_today) x where x.task_id = p_task and x.needed and x.state <> 'blocked')
$$;

-- ---- of notifications ----

-- Everything that waits for somebody to decide. Whoever brings another kind adds a line.
create function decisions_waiting(today date) returns table (decider_id uuid, what text, thing_id uuid, since date)
language sql stable rows 500 as $$
  with unassigned as materialized (
    select t.task_id, t.person_id, t.due_on from tasks_to_do(today) t
    where t.assignee_id is null and t.due_on <= today and task_is_open(t.enrolment_id, t.task_id, today)
  )
  select decider_id, 'evidence', thing_id, since from evidence_to_decide(today)
  union all
  select decider_id, 'sign-off', thing_id, since from sign_offs_to_decide(today)
  union all
  select decider_id, 'review', thing_id, since from reviews_to_decide(today)
  union all
  select decider_id, what, thing_id, since from requests_to_decide(today)
  union all
  select d.id, 'task', t.task_id, t.due_on
  from unassigned t cross join people_holding('{people-team}', today) d(id)
  where t.person_id <> d.id
$$;

/*
 * Who may be told something on a day: the one answer to "is this person on leave or gone?". Not who has left, nor who
 * starts in more than a week, nor who is on leave from every engagement, was erased, or was found to be another entry's
 * person. Somebody without any engagement
 * looks after the system and is there. `begun` is false until the first day: who has not begun hears of their own
 * things and of nothing else.
 */
create function people_at_work(today date) returns table (person_id uuid, begun boolean) language sql stable rows 20000 as $$
  select p.id, count(e.id) = 0 or bool_or(e.starts_on <= today and (e.ends_on is null or e.ends_on >= today) and not e.away)
  from person p
  left join (
    select x.*, exists (select from leave_of_absence l
      where l.engagement_id = x.id and l.withdrawn_at is null and today between l.from_on and l.to_on) as away
    from engagement x
  ) e on e.person_id = p.id
  where p.erased_at is null and not exists (select from person_alias a where a.person_id = p.id)
  group by p.id
  having count(e.id) = 0 or bool_or(e.starts_on - 7 <= today and (e.ends_on is null or e.ends_on >= today) and not e.away)
$$;

-- Where mails to somebody go on a day: their work address while that employment runs, else their own.
create function mail_address(p_person uuid, today date) returns text language sql stable as $$
  select coalesce((
    select e.work_email from engagement e
    where e.person_id = p.id and e.work_email is not null and e.starts_on <= today and (e.ends_on is null or e.ends_on >= today)
    order by e.starts_on desc, e.id limit 1
  ), p.contact_email)
  from person p where p.id = p_person
$$;

/*
 * Who speaks with the people of an engagement: `manager` the line manager, else the coordinator of the organisation or
 * the nearest tier above; `coordinator` the other way round. Only who is there and has an address, and never oneself.
 */
create function leads_on(today date) returns table (engagement_id uuid, person_id uuid, manager uuid, coordinator uuid)
language sql stable rows 20000 as $$
  with recursive reach as materialized (
    select w.person_id from people_at_work(today) w
    where w.begun and mail_address(w.person_id, today) is not null
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
    where own.id is null or own.ends_on is null or own.ends_on >= today
    group by up.organisation_id, g.person_id
  ), engaged as (
    select e.id, e.person_id, m.person_id as manager,
      case when first.person_id is distinct from e.person_id then first.person_id else second.person_id end as coordinator
    from engagement e
    left join reach m on m.person_id = e.line_manager_id
    left join coordinators first on first.organisation_id = e.organisation_id and first.place = 1
    left join coordinators second on second.organisation_id = e.organisation_id and second.place = 2
    where e.starts_on - 7 <= today and (e.ends_on is null or e.ends_on >= today)
      and not exists (select from leave_of_absence l
        where l.engagement_id = e.id and l.withdrawn_at is null and today between l.from_on and l.to_on)
  )
  select e.id, e.person_id, coalesce(e.manager, e.coordinator), coalesce(e.coordinator, e.manager) from engaged e
$$;

/*
 * Everything that is to be told on a day and was not told yet, for all people at once. Of each chain only the newest step
 * whose day has come: days that were missed are caught up once. A date that moves begins the chain anew; a step before
 * the date is not repeated when it was told a moment ago for the date as it was. On Saturdays and Sundays only what cannot
 * wait. Who was told something today is told the rest another day. `what` is the standing of a course, or the kind of a
 * decision; `total` how many of these wait for whoever decides, and `oldest` since when the first of them does.
 */
create function reminders_due(p_today date) returns table (
  told_id uuid, person_id uuid, kind text, thing_id uuid, deadline date, step text, topic text, title text, what text, total int, oldest date
) language sql stable rows 5000 as $$
  with at_work as materialized (
    select w.person_id, w.begun, mail_address(w.person_id, p_today) is not null as reachable from people_at_work(p_today) w
  ), leads as materialized (
    select l.*, count(*) over (partition by l.person_id) = 1 as only_one from leads_on(p_today) l
  ), courses as (
    select s.person_id, s.course_id, s.required, d.standing, w.begun, w.reachable, s.window_from,
      case d.standing when 'expiring' then least(s.valid_until, s.due_on) when 'expired' then coalesce(s.due_on, s.valid_until) else s.due_on end as deadline
    from standing_dates s
    join at_work w on w.person_id = s.person_id
    cross join lateral (select standing_on(s.*, p_today) as standing) d
    where (s.due_on <= p_today + 14 or s.window_from <= p_today)
      and (s.opens_on is null or s.opens_on <= p_today)
      and d.standing in ('not started', 'in progress', 'overdue', 'expired', 'expiring')
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
    where not exists (
      select from reminder r
      where r.person_id = c.person_id and r.kind = 'course' and r.thing_id = c.course_id and r.step = c.step
        and (r.deadline = c.deadline or r.told_on >= c.since)
    )
  ), course_rows as (
    select case c.step when 'escalated' then l.manager else case when c.reachable then c.person_id else coalesce(l.coordinator, c.person_id) end end as told_id,
      c.person_id, 'course' as kind, c.course_id as thing_id, c.deadline, c.step, c.required, c.standing,
      c.step in ('soon-3', 'overdue-1') and c.required as urgent
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
  ), task_news as materialized (
    select t.*, w.reachable, k.step
    from tasks_to_do(p_today) t
    join at_work w on w.person_id = t.assignee_id and (w.begun or t.assignee_id = t.person_id)
    cross join lateral (
      select case when p_today >= t.due_on + 7 then 'overdue-7' when p_today > t.due_on then 'overdue-1' else 'soon-3' end as step
    ) k
    where t.due_on <= p_today + 3 and not exists (
      select from reminder r
      where r.person_id = t.assignee_id and r.kind = 'task' and r.thing_id = t.task_id and r.step = k.step
        and (r.deadline = t.due_on or r.told_on >= t.due_on + case k.step when 'overdue-7' then 7 when 'overdue-1' then 1 else -5 end)
    )
  ), task_rows as (
    select case when t.reachable or t.assignee_id <> t.person_id then t.assignee_id else coalesce(l.coordinator, t.assignee_id) end as told_id,
      t.assignee_id as person_id, t.task_id, t.due_on, t.step, t.title
    from task_news t
    left join leads l on not t.reachable and l.engagement_id = t.engagement_id
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
      select from reminder r
      where r.person_id = d.decider_id and r.kind = 'decision' and r.thing_id = d.thing_id and r.step = d.step and r.deadline = d.since
    )
  ), found as (
    select c.told_id, c.person_id, c.kind, c.thing_id, c.deadline, c.step,
      case when c.told_id <> c.person_id then 'people' when c.required then 'training' else 'own-wish' end as topic,
      null::text as title, c.standing as what, 0 as total, null::date as oldest, c.urgent
    from course_rows c
    union all
    select t.told_id, t.person_id, 'task', t.task_id, t.due_on, t.step,
      case when t.told_id <> t.person_id then 'people' else 'tasks' end, t.title, null, 0, null, false
    from task_rows t
    union all
    select d.decider_id, d.decider_id, 'decision', d.thing_id, d.since, d.step, 'decisions', null, d.what, d.total, d.oldest, false
    from decision_rows d
  )
  select f.told_id, f.person_id, f.kind, f.thing_id, f.deadline, f.step, f.topic, coalesce(f.title, c.title), f.what, f.total, f.oldest
  from found f
  left join course c on f.kind = 'course' and c.id = f.thing_id
  where f.told_id is not null
    and (extract(isodow from p_today) < 6 or f.urgent)
    and not exists (select from digest g where g.person_id = f.told_id and g.on_date = p_today)
$$;
