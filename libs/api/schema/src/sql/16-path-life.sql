-- Learning paths in full: tasks that somebody does, milestones, prerequisites, choices, and what a new version means for
-- those who are on the path already.

alter table path_version
  add column change text not null default 'minor' check (change in ('minor', 'major')),
  -- What people do who are on an earlier version and not finished: they stay on it, or move to this one.
  add column running text not null default 'stay' check (running in ('stay', 'move'));

-- "Any so many of these", within a stage.
create table path_choice (
  id uuid primary key,
  stage_id uuid not null references path_stage on delete cascade,
  position int not null,
  need int not null check (need > 0),
  unique (stage_id, position)
);

alter table path_step
  -- The same step through all versions of its path.
  add column key uuid not null default gen_random_uuid(),
  add column kind text not null default 'course' check (kind in ('course', 'task', 'milestone')),
  -- Of a task and a milestone. {name} stands for the learner.
  add column title text,
  -- A task as its learner sees it; {who} stands for whoever does it. Empty: the title.
  add column learner_title text not null default '',
  add column instructions text not null default '',
  add column doer text check (doer in ('learner', 'buddy', 'line-manager', 'people-team')),
  -- Where it is not the stage's.
  add column day_offset int,
  add column choice_id uuid references path_choice on delete cascade,
  alter column course_id drop not null,
  add check ((kind = 'course') = (course_id is not null)),
  add check ((kind = 'course') = (title is null)),
  add check ((kind = 'task') = (doer is not null)),
  add check (not optional or (kind <> 'milestone' and choice_id is null)),
  add check (kind <> 'milestone' or choice_id is null);
create index path_step_choice_idx on path_step (choice_id) where choice_id is not null;
create index path_step_choice_course_idx on path_step (course_id) where choice_id is not null;

-- What must be done before a step; both belong to one version.
create table path_step_after (
  step_id uuid not null references path_step on delete cascade,
  after_id uuid not null references path_step on delete cascade,
  primary key (step_id, after_id)
);
create index path_step_after_idx on path_step_after (after_id);

create function keep_published_path_parts() returns trigger language plpgsql as $$
declare
  v_stage uuid;
begin
  if tg_table_name = 'path_choice' then
    v_stage := case when tg_op = 'INSERT' then new.stage_id else old.stage_id end;
  else
    select s.stage_id into v_stage from path_step s
      where s.id = case when tg_op = 'INSERT' then new.step_id else old.step_id end;
  end if;
  if exists (select from path_stage g join path_version v on v.id = g.path_version_id
      where g.id = v_stage and v.state in ('published', 'retired')) then
    raise exception 'a published version cannot be changed' using errcode = 'LM001';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger path_choice_keep before insert or update or delete on path_choice
  for each row execute function keep_published_path_parts();
create trigger path_step_after_keep before insert or update or delete on path_step_after
  for each row execute function keep_published_path_parts();

alter table path_enrolment
  add column buddy_id uuid references person,
  -- The day on which a new version took the place of the one that was given.
  add column moved_on date,
  add check (buddy_id <> person_id);

-- One task of one person on a path. Who does it follows from the engagement and the enrolment; that it is done, from facts.
create table path_task (
  id uuid primary key,
  path_enrolment_id uuid not null references path_enrolment,
  path_step_id uuid not null references path_step,
  step_key uuid not null,
  person_id uuid not null references person,
  doer text not null check (doer in ('learner', 'buddy', 'line-manager', 'people-team')),
  -- Null for the People Team, and while nobody is chosen.
  assignee_id uuid references person,
  due_on date not null,
  opens_on date not null,
  done_on date,
  done_at timestamptz,
  done_by uuid references person,
  created_at timestamptz not null,
  unique (path_enrolment_id, step_key)
);
create index path_task_assignee_idx on path_task (assignee_id, due_on, id) where done_on is null and assignee_id is not null;
create index path_task_anybody_idx on path_task (due_on, id) where done_on is null and assignee_id is null;
create index path_task_done_idx on path_task (done_by, done_at desc, id) where done_by is not null;
create index path_task_person_idx on path_task (person_id);

create table path_task_fact (
  id uuid primary key,
  path_task_id uuid not null references path_task,
  seq int not null,
  kind text not null check (kind in ('done', 'undone')),
  by_id uuid not null references person,
  at timestamptz not null,
  on_date date not null,
  note text not null default '',
  unique (path_task_id, seq)
);
comment on table path_task_fact is 'Append-only.';

/*
 * A choice that has been made asks for none of the others any more. Reasons of what is still open end, and with the last
 * reason the assignment. Done is what the route says.
 */
create function settle_choices(p_person uuid, p_today date, p_at timestamptz) returns void language plpgsql as $$
declare
  v_assignments uuid[];
begin
  with made as (
    select n.id as enrolment_id, c.id as choice_id
    from path_enrolment n
    join path_stage g on g.path_version_id = n.path_version_id
    join path_choice c on c.stage_id = g.id
    join path_step s on s.choice_id = c.id
    left join standing_dates d on d.person_id = n.person_id and d.course_id = s.course_id
    left join path_task t on t.path_enrolment_id = n.id and t.step_key = s.key
    where n.person_id = p_person and n.state = 'open'
    group by n.id, c.id
    having count(*) filter (where t.done_on is not null
      or d.ever_completed and (d.lifetime or d.valid_until >= p_today or d.completed_on >= n.given_on)) >= least(c.need, count(*))
  ), ended as (
    update assignment_reason r set ended_at = p_at, ended_why = 'choice-made'
    from made m, path_step s, assignment a
    where s.choice_id = m.choice_id and r.path_enrolment_id = m.enrolment_id and r.path_step_id = s.id
      and r.ended_at is null and a.id = r.assignment_id and a.state = 'open'
    returning r.assignment_id
  )
  select array_agg(assignment_id) into v_assignments from ended;
  if v_assignments is null then
    return;
  end if;
  update assignment a set due_on = r.due_on, opens_on = r.opens_on
  from (
    select assignment_id, min(due_on) as due_on, min(opens_on) as opens_on from assignment_reason
    where ended_at is null and assignment_id = any (v_assignments) group by assignment_id
  ) r
  where a.id = r.assignment_id and (a.due_on, a.opens_on) is distinct from (r.due_on, r.opens_on);
  update assignment a set state = 'closed', closed_on = p_today, closed_why = 'no-reason-left'
  where a.id = any (v_assignments) and a.state = 'open'
    and not exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null);
end
$$;

create function path_task_follows_fact() returns trigger language plpgsql as $$
declare
  t path_task;
begin
  update path_task set done_on = case when new.kind = 'done' then new.on_date end,
    done_at = case when new.kind = 'done' then new.at end, done_by = case when new.kind = 'done' then new.by_id end
  where id = new.path_task_id returning * into t;
  if exists (select from path_step s where s.id = t.path_step_id and s.choice_id is not null) then
    perform settle_choices(t.person_id, new.on_date, new.at);
  end if;
  return null;
end
$$;
create trigger path_task_fact_follows after insert on path_task_fact
  for each row execute function path_task_follows_fact();

create function settle_choices_of_completion() returns trigger language plpgsql as $$
begin
  if exists (
    select from path_step s join path_stage g on g.id = s.stage_id join path_enrolment n on n.path_version_id = g.path_version_id
    where s.course_id = new.course_id and s.choice_id is not null and n.person_id = new.person_id and n.state = 'open'
  ) then
    perform settle_choices(new.person_id, (new.recorded_at at time zone 'Europe/London')::date, new.recorded_at);
  end if;
  return null;
end
$$;
-- After "standing" in the alphabet: it reads the dates that this completion has made.
create trigger ledger_entry_standing_settles after insert on ledger_entry
  for each row when (new.kind = 'completion') execute function settle_choices_of_completion();

-- A task as its learner reads it.
create function path_task_label(title text, learner_title text, doer text, who text, learner text) returns text
language sql immutable as $$
  select upper(left(x.label, 1)) || substr(x.label, 2)
  from (
    select replace(replace(coalesce(nullif(learner_title, ''), title), '{name}', learner), '{who}', coalesce(who,
      case doer when 'buddy' then 'your buddy' when 'line-manager' then 'your line manager' when 'people-team' then 'the People Team'
        else 'you' end)) as label
  ) x
$$;

/*
 * The stops of one person's route on a day: the domain's `routeOf`, which a test holds this to. `needed` is what is still
 * asked for; a milestone is done when nothing needed stands before it.
 */
create function path_stops(p_enrolment uuid, p_today date) returns table (
  step_id uuid, step_key uuid, ord bigint, kind text, course_id uuid, title text, stage text, day_offset int, minutes int,
  optional boolean, choice_id uuid, choice_need int, choice_of bigint, in_person boolean,
  task_id uuid, doer text, doer_name text, instructions text,
  done boolean, done_on date, due_on date, opens_on date, needed boolean, opens_after text, state text
) language sql stable as $$
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
      greatest(n.anchor_on + coalesce(st.day_offset, sg.day_offset), coalesce(n.moved_on, n.given_on) + 7) as due_on,
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
    where n.id = p_enrolment
  ), m as (
    select f.*, count(*) over choice as choice_of,
      f.choice_id is not null and count(*) filter (where f.done) over choice >= least(f.need, count(*) over choice) as made
    from f window choice as (partition by f.choice_id)
  ), d as (
    select m.*, m.kind <> 'milestone' and not m.optional and not m.done and not m.made as needed from m
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
          where x.step_id = g.id and not o.reached and not o.made))
      end as after_ord,
      not (g.kind = 'task' and g.doer <> 'learner') as own
    from g
  ), o as (
    select b.*, not b.reached and b.kind <> 'milestone' and b.opens_on <= p_today and b.after_ord is null as open from b
  ), h as (
    select o.*, coalesce(min(o.ord) filter (where o.open and o.own and o.needed) over (),
      min(o.ord) filter (where o.open and o.own) over ()) as here,
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
    case when h.reached then 'done' when not h.open then 'blocked' when h.ord = h.here then 'here' else 'next' end
  from h
$$;

/*
 * How far people are on their paths: the domain's `pathProgress` over rows, for the enrolments that are named. Of a choice
 * as many steps count as it needs, first those that are done, then those that are not late; only these are ranked, which
 * keeps thousands of people fast. The title is as written, with its {name}.
 */
create function path_counts(p_enrolments uuid[], p_today date) returns table (
  enrolment_id uuid, done int, total int, overdue int, moved boolean, next_title text, next_due_on date
) language sql stable as $$
  with e as materialized (
    select n.id, n.person_id, n.path_version_id, n.anchor_on, n.given_on, coalesce(n.moved_on, n.given_on) + 7 as earliest
    from unnest(p_enrolments) x(id) join path_enrolment n on n.id = x.id
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
      greatest(e.anchor_on + p.day_offset, e.earliest) < p_today as late
    from e
    join steps p on p.path_version_id = e.path_version_id
    left join standing_dates s on s.person_id = e.person_id and s.course_id = p.course_id
    left join path_task t on p.kind = 'task' and t.path_enrolment_id = e.id and t.step_key = p.key
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
    case when k.next is not null then greatest(e.anchor_on + p.day_offset, e.earliest) end
  from k
  join e on e.id = k.id
  left join steps p on p.path_version_id = e.path_version_id and p.ord = k.next
$$;

-- Whether somebody is the line manager of an engagement, or of its line manager, and so on.
create function manages_engagement(actor uuid, engagement uuid, today date) returns boolean language sql stable as $$
  with recursive up(id) as (
    select e.line_manager_id from engagement e where e.id = engagement
    union
    select e.line_manager_id from engagement e join up on e.person_id = up.id where e.ends_on is null or e.ends_on >= today
  )
  select exists (select from up where up.id = actor)
$$;
