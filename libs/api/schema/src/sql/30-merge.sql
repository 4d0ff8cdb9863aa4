-- Two entries that are one human being: found, read as one, and set apart again. Facts stay where they were recorded.

create index person_alias_same_as_idx on person_alias (same_as);

-- Whom an entry is read as: of a merged one the person it belongs to, of every other itself.
create function who_is(p_person uuid) returns uuid language sql stable as $$
  select coalesce((select same_as from person_alias where person_id = p_person), p_person)
$$;

-- The entries that are read as a person, their own first.
create function persons_as(p_person uuid) returns uuid[] language sql stable as $$
  select p_person || array(select person_id from person_alias where same_as = p_person order by person_id)
$$;

/*
 * What a person has completed is on one chain or on several; whoever asks for a course's completions asks all of them. An
 * entry and what takes it back stand on the same chain, so what looks for those stays as it is.
 */
do $$
declare
  f regprocedure;
  v_was text;
  v_is text;
begin
  foreach f in array array['complete_course_if_done(uuid, uuid, uuid, uuid, date, text, jsonb, timestamptz)',
      'completions_of(uuid, uuid)', 'count_refresher()', 'counted_since(uuid, uuid, date)', 'learner_version(uuid, uuid, date)',
      'read_again_since(uuid, uuid)', 'reopen_for_revisions(uuid, date, date, timestamptz)', 'append_completion(uuid, uuid, uuid, date, date, text, uuid, jsonb, timestamptz)',
      'begin_attempt(uuid, uuid, uuid, timestamptz, date)', 'record_in_person(uuid, uuid, uuid, uuid, uuid, date, text, timestamptz)']::regprocedure[] loop
    v_was := pg_get_functiondef(f);
    v_is := regexp_replace(v_was, '\m([le])\.person_id = (p_person|new\.person_id|t\.person_id)\M(?! and l\.seq)',
      '\1.person_id = any (persons_as(\2))', 'g');
    v_is := replace(v_is, 'x.person_id = p_person and x.kind = ''revocation''',
      'x.person_id = any (persons_as(p_person)) and x.kind = ''revocation''');
    v_is := replace(v_is, 'order by l.seq desc limit 1', 'order by l.recorded_at desc, l.seq desc limit 1');
    if v_is = v_was then
      raise exception '% reads no completions', f;
    end if;
    execute v_is;
  end loop;
  -- A fact about a merged entry is one about the person, and is appended to the person's own chain.
  v_was := pg_get_functiondef('append_completion(uuid, uuid, uuid, date, date, text, uuid, jsonb, timestamptz)'::regprocedure);
  execute replace(v_was, E'begin\n', E'begin\n  p_person := who_is(p_person);\n');
  -- What follows from taking an entry back concerns the person as whom it is read.
  foreach f in array array['reopen_revoked()', 'unsettle_of_revocation()']::regprocedure[] loop
    v_was := pg_get_functiondef(f);
    v_is := replace(v_was, '(l.person_id, l.course_id,', '(who_is(l.person_id), l.course_id,');
    if v_is = v_was then
      raise exception '% names nobody', f;
    end if;
    execute v_is;
  end loop;
  foreach f in array array['announce_rule_facts()', 'revoke_completion(uuid, integer, text, jsonb, timestamptz)']::regprocedure[] loop
    v_was := pg_get_functiondef(f);
    v_is := replace(replace(replace(v_was, '''rule-facts.changed'', new.person_id, jsonb_build_object(''personId'', new.person_id)',
        '''rule-facts.changed'', who_is(new.person_id), jsonb_build_object(''personId'', who_is(new.person_id))'),
      '''completion.revoked'', p_person,', '''completion.revoked'', who_is(p_person),'),
      'jsonb_build_object(''personId'', p_person,', 'jsonb_build_object(''personId'', who_is(p_person),');
    if v_is = v_was then
      raise exception '% tells nobody', f;
    end if;
    execute v_is;
  end loop;
  v_was := pg_get_functiondef('certificate_state(uuid, integer, date)'::regprocedure);
  v_is := replace(replace(replace(v_was, 'm.person_id = l.person_id and m.course_id', 'm.person_id = any (persons_as(who_is(l.person_id))) and m.course_id'),
    '(m.completed_on, m.seq) > (l.completed_on, l.seq)', '(m.completed_on, m.recorded_at, m.seq) > (l.completed_on, l.recorded_at, l.seq)'),
    'order by m.completed_on desc, m.seq desc', 'order by m.completed_on desc, m.recorded_at desc, m.seq desc');
  if v_is = v_was then
    raise exception 'a certificate knows no later one';
  end if;
  execute v_is;
end
$$;

-- The projection as before, with the completions of all entries that are read as one person; the rest is filed under the person.
create or replace view standing_dates_now as
select k.person_id, k.course_id,
  coalesce(a.required, false) as required,
  a.due_on, a.opens_on,
  c.completed_on, c.valid_until, coalesce(c.ever, false) as ever_completed, coalesce(c.lifetime, false) as lifetime,
  least(c.window_from, a.renews_from) as window_from,
  t.started_on,
  coalesce(x.exempt, '{}'::datemultirange) as exempt
from (
  select person_id, course_id from assignment
  union select person_id, course_id from ledger_entry l where kind = 'completion'
    and not exists (select from person_alias i where i.person_id = l.person_id)
  -- Always from the few merged entries to their chains, never from a course's completions to who was merged.
  union select i.same_as, l.course_id from person_alias i cross join lateral (
    select e.course_id from ledger_entry e where e.person_id = i.person_id and e.kind = 'completion' offset 0) l
  union select person_id, course_id from attempt
  union select person_id, course_id from exemption
) k
left join lateral (
  select bool_or(s.state = 'open') or (array_agg(s.closed_why order by s.cycle desc))[1] in ('completed', 'already-valid') as required,
    min(s.due_on) filter (where s.state = 'open') as due_on,
    min(s.opens_on) filter (where s.state = 'open') as opens_on,
    -- A new revision to be read opens it sooner, and renews nothing.
    min(case when exists (select from assignment_reason r where r.assignment_id = s.id and r.ended_at is null and r.kind = 'revision')
      then (select min(r.opens_on) from assignment_reason r
        where r.assignment_id = s.id and r.ended_at is null and r.kind <> 'revision')
      else s.opens_on end) filter (where s.state = 'open' and s.follows_on is not null) as renews_from
  from assignment s where s.person_id = k.person_id and s.course_id = k.course_id
) a on true
left join lateral (
  select true as ever, max(l.completed_on) as completed_on, bool_or(l.valid_until is null) as lifetime,
    case when not bool_or(l.valid_until is null) then max(l.valid_until) end as valid_until,
    case when not bool_or(l.valid_until is null) then max(l.valid_until - v.renewal_window_days) end as window_from
  from ledger_entry l join course_version v on v.id = l.course_version_id
  where l.person_id = any (persons_as(k.person_id)) and l.course_id = k.course_id and l.kind = 'completion'
    and not exists (select from ledger_entry r where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq)
  having count(*) > 0
) c on true
left join lateral (
  select min((t.started_at at time zone 'Europe/London')::date) as started_on
  from attempt t
  where t.person_id = k.person_id and t.course_id = k.course_id and t.state <> 'abandoned'
    and not exists (
      select from ledger_entry l where l.person_id = t.person_id and l.course_id = t.course_id and l.kind = 'completion'
        and l.recorded_at >= t.started_at
    )
    and not exists (
      select from person_alias i cross join lateral (
        select 1 from ledger_entry l
        where l.person_id = i.person_id and l.course_id = t.course_id and l.kind = 'completion' and l.recorded_at >= t.started_at
        offset 0) l
      where i.same_as = t.person_id
    )
) t on true
left join lateral (
  select range_agg(daterange(e.from_on, coalesce(e.ended_on, e.to_on), '[]')) as exempt
  from exemption e where e.person_id = k.person_id and e.course_id = k.course_id and e.state = 'approved'
    and e.from_on <= coalesce(e.ended_on, e.to_on)
) x on true;

-- One plan for everybody: made anew for each row it took ten times as long as the work itself (3 ms against 0.2 ms).
create or replace function refresh_standing(p uuid, c uuid) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  p := who_is(p);
  -- Two facts of one person at once: the second waits, then computes from both.
  perform pg_advisory_xact_lock(hashtextextended(p::text, 7));
  insert into standing_dates as s (person_id, course_id, required, due_on, opens_on, completed_on, valid_until,
    ever_completed, lifetime, window_from, started_on, exempt)
  select * from standing_dates_now n where n.person_id = p and n.course_id = c
  on conflict (person_id, course_id) do update set required = excluded.required, due_on = excluded.due_on,
    opens_on = excluded.opens_on, completed_on = excluded.completed_on, valid_until = excluded.valid_until,
    ever_completed = excluded.ever_completed, lifetime = excluded.lifetime, window_from = excluded.window_from,
    started_on = excluded.started_on, exempt = excluded.exempt;
end
$$;

-- A merged entry is nobody to be seen beside the person; the person sees all of what is theirs.
do $$
declare
  v_was text := pg_get_functiondef('people_in_scope(uuid, date)'::regprocedure);
  v_is text;
begin
  v_is := replace(v_was, '''auditor''))' || E'\n  union', '''auditor''))' || E'\n' ||
    '    and not exists (select from person_alias a where a.person_id = p.id)' || E'\n  union');
  if v_is = v_was then
    raise exception 'nobody sees everybody';
  end if;
  execute v_is;
end
$$;
create or replace function sees_whole_record(actor uuid, person uuid, today date) returns boolean language sql stable as $$
  select same_person(actor, person) or holds_role(actor, '{people-team,auditor}', today)
$$;

create table person_merge (
  id uuid primary key,
  -- The entry that is read as another one, and the person as whom it is read.
  person_id uuid not null references person,
  same_as uuid not null references person,
  merged_by uuid not null references person,
  merged_at timestamptz not null,
  -- The last day on which it can be undone.
  undo_until date not null,
  note text not null default '',
  -- Entries that were read as the merged one before, and now are read as the person.
  carried uuid[] not null default '{}',
  undone_by uuid references person,
  undone_at timestamptz,
  check (person_id <> same_as),
  check ((undone_by is null) = (undone_at is null))
);
create unique index person_merge_person_key on person_merge (person_id) where undone_at is null;
create index person_merge_list_idx on person_merge (merged_at desc, id desc);
create trigger person_merge_history after insert or update or delete on person_merge
  for each row execute function record_history('person merge');

-- What a merge did to rows that say how things are now: what stood in the columns that it changed, and what stands.
create table merge_change (
  merge_id uuid not null references person_merge,
  relation text not null,
  row_id uuid not null,
  -- Null where the merge made the row.
  before jsonb,
  after jsonb not null,
  primary key (merge_id, relation, row_id)
);
comment on table merge_change is 'Append-only.';

-- Two people who look alike and are two, for good.
create table person_apart (
  one_id uuid not null references person,
  other_id uuid not null references person,
  by_id uuid not null references person,
  at timestamptz not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
comment on table person_apart is 'Append-only.';

-- All rows of the tables that a merge touches, of two entries. Whatever is missing here stays with its entry.
create function merge_rows(p_from uuid, p_into uuid) returns table (relation text, row_id uuid, is_now jsonb) language sql stable as $$
  select 'engagement', x.id, jsonb_build_object('person_id', x.person_id, 'line_manager_id', x.line_manager_id)
    from engagement x where x.person_id in (p_from, p_into) or x.line_manager_id in (p_from, p_into)
  union all select 'role_grant', x.id, jsonb_build_object('person_id', x.person_id) from role_grant x where x.person_id in (p_from, p_into)
  union all select 'path_enrolment', x.id, jsonb_build_object('person_id', x.person_id, 'buddy_id', x.buddy_id)
    from path_enrolment x where x.person_id in (p_from, p_into) or x.buddy_id in (p_from, p_into)
  union all select 'path_task', x.id, jsonb_build_object('person_id', x.person_id, 'assignee_id', x.assignee_id)
    from path_task x where x.person_id in (p_from, p_into) or x.assignee_id in (p_from, p_into)
  union all select 'attempt', x.id, jsonb_build_object('person_id', x.person_id, 'number', x.number)
    from attempt x where x.person_id in (p_from, p_into)
  union all select 'launch', x.id, jsonb_build_object('person_id', x.person_id) from launch x where x.person_id in (p_from, p_into)
  union all select 'practical_request', x.id, jsonb_build_object('person_id', x.person_id)
    from practical_request x where x.person_id in (p_from, p_into)
  union all select 'practical_draft', x.id, jsonb_build_object('person_id', x.person_id)
    from practical_draft x where x.person_id in (p_from, p_into)
  union all select 'evidence_submission', x.id, jsonb_build_object('person_id', x.person_id)
    from evidence_submission x where x.person_id in (p_from, p_into)
  union all select 'exemption', x.id, jsonb_build_object('person_id', x.person_id) from exemption x where x.person_id in (p_from, p_into)
  union all select 'rule_exception', x.id, jsonb_build_object('person_id', x.person_id)
    from rule_exception x where x.person_id in (p_from, p_into)
  union all select 'notice', x.id, jsonb_build_object('person_id', x.person_id) from notice x where x.person_id in (p_from, p_into)
  union all select 'assignment', x.id, to_jsonb(x) from assignment x where x.person_id in (p_from, p_into)
  union all select 'assignment_reason', x.id, to_jsonb(x)
    from assignment_reason x join assignment a on a.id = x.assignment_id where a.person_id in (p_from, p_into)
$$;

/*
 * What both owe becomes what one person owes: one assignment a course with the reasons of both. Cycles go on counting where
 * the higher of the two had got to, with what is open last.
 */
create function merge_assignments(p_from uuid, p_into uuid, p_today date, p_at timestamptz) returns void language plpgsql as $$
declare
  -- Of what both owe at once, which stays open and which goes into it: what is no renewal stays.
  v_keep uuid[];
  v_drop uuid[];
begin
  select array_agg(case when k.follows_on is null or d.follows_on is not null then k.id else d.id end order by k.id),
    array_agg(case when k.follows_on is null or d.follows_on is not null then d.id else k.id end order by k.id)
    into v_keep, v_drop
  from assignment k join assignment d on d.course_id = k.course_id and d.person_id = p_from and d.state = 'open'
  where k.person_id = p_into and k.state = 'open';
  update assignment_reason r set assignment_id = m.keep_id from unnest(v_keep, v_drop) m(keep_id, drop_id)
  where r.assignment_id = m.drop_id and r.ended_at is null and not exists (
    select from assignment_reason x where x.assignment_id = m.keep_id and (x.request_id = r.request_id
      or (x.kind, x.engagement_id, x.rule_version_id, x.path_enrolment_id, x.path_step_id)
        is not distinct from (r.kind, r.engagement_id, r.rule_version_id, r.path_enrolment_id, r.path_step_id) and r.kind <> 'person'));
  update assignment_reason r set ended_at = p_at, ended_why = 'merged' from unnest(v_keep, v_drop) m(keep_id, drop_id)
  where r.assignment_id = m.drop_id and r.ended_at is null;
  update assignment k set extended_to = greatest(k.extended_to, d.extended_to), follows_on = greatest(k.follows_on, d.follows_on)
  from unnest(v_keep, v_drop) m(keep_id, drop_id) join assignment d on d.id = m.drop_id
  where k.id = m.keep_id and (k.follows_on is null) = (d.follows_on is null)
    and (d.extended_to is not null or d.follows_on is not null);
  update assignment a set state = 'closed', closed_on = p_today, closed_why = 'merged' from unnest(v_keep, v_drop) m(keep_id, drop_id) where a.id = m.drop_id;
  with mixed as (
    select a.id, row_number() over (partition by a.course_id order by a.state = 'open',
        coalesce(a.closed_why in ('completed', 'already-valid'), false) and not exists (
          select from assignment y where y.person_id = a.person_id and y.course_id = a.course_id and y.cycle > a.cycle),
        a.created_at, a.cycle, a.id) + max(a.cycle) over (partition by a.course_id) as cycle
    from assignment a
    where a.person_id in (p_from, p_into)
      and exists (select from assignment x where x.person_id = p_from and x.course_id = a.course_id)
      and exists (select from assignment x where x.person_id = p_into and x.course_id = a.course_id)
  )
  update assignment a set cycle = b.cycle, person_id = p_into from mixed b where b.id = a.id;
  update assignment a set person_id = p_into where a.person_id = p_from;
  -- What one of them has done the other need not repeat.
  update assignment a set state = 'closed', closed_on = p_today, closed_why = 'already-valid'
  where a.person_id = p_into and a.state = 'open'
    and not exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind = 'revision')
    and exists (
      select from completions_of(p_into, a.course_id) l
      where (l.valid_until is null or l.valid_until >= p_today) and (a.follows_on is null or l.completed_on > a.follows_on));
  perform settle_assignments(array[p_into], p_today, p_at);
end
$$;

-- Makes the projection of some entries anew: rows that nothing speaks for any more go.
create function renew_standing(p_persons uuid[]) returns void language plpgsql as $$
begin
  delete from standing_dates where person_id = any (p_persons);
  insert into standing_dates (person_id, course_id, required, due_on, opens_on, completed_on, valid_until,
    ever_completed, lifetime, window_from, started_on, exempt)
  select n.* from unnest(p_persons) p(id) cross join lateral (select * from standing_dates_now d where d.person_id = p.id) n
  order by n.person_id, n.course_id;
end
$$;

-- Whoever changes two people at once waits for both, in one order.
create function lock_people(p_persons uuid[]) returns void language plpgsql as $$
declare
  v_id uuid;
begin
  perform from person where id = any (p_persons) order by id for update;
  for v_id in select unnest(p_persons) order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended(v_id::text, 5));
    perform pg_advisory_xact_lock(hashtextextended(v_id::text, 7));
  end loop;
end
$$;

/*
 * One entry is read as another person from now on. Facts stay on its chain; what says how things are now is filed under the
 * person, and what stood there is kept, so that it can be undone.
 */
create function merge_people(p_merge uuid, p_from uuid, p_into uuid, p_by uuid, p_undo_until date, p_note text, p_today date,
  p_at timestamptz) returns void language plpgsql as $$
declare
  v_before jsonb;
begin
  perform lock_people(array[p_from, p_into]);
  if exists (select from person_alias where person_id in (p_from, p_into)) then
    raise exception 'merged already' using errcode = 'LM002';
  end if;
  insert into person_merge (id, person_id, same_as, merged_by, merged_at, undo_until, note, carried)
  values (p_merge, p_from, p_into, p_by, p_at, p_undo_until, p_note, array(select person_id from person_alias where same_as = p_from));
  select jsonb_agg(to_jsonb(x)) into v_before from merge_rows(p_from, p_into) x;
  update person_alias set same_as = p_into where same_as = p_from;
  insert into person_alias (person_id, same_as, since) values (p_from, p_into, p_at);

  update engagement set line_manager_id = case when person_id = p_into then null else p_into end where line_manager_id = p_from;
  update engagement set line_manager_id = null where person_id = p_from and line_manager_id = p_into;
  update engagement set person_id = p_into where person_id = p_from;
  update role_grant set person_id = p_into where person_id = p_from;
  update path_enrolment set buddy_id = case when person_id not in (p_from, p_into) then p_into end where buddy_id = p_from;
  update path_enrolment set buddy_id = null where buddy_id = p_into and person_id = p_from;
  update path_enrolment set person_id = p_into where person_id = p_from;
  update path_task set assignee_id = p_into where assignee_id = p_from;
  update path_task set person_id = p_into where person_id = p_from;
  update attempt t set person_id = p_into, number = t.number
    + coalesce((select max(o.number) from attempt o where o.person_id = p_into and o.activity_id = t.activity_id), 0)
    where t.person_id = p_from;
  update launch set person_id = p_into where person_id = p_from;
  update practical_request set person_id = p_into where person_id = p_from;
  update practical_draft set person_id = p_into where person_id = p_from;
  update evidence_submission set person_id = p_into where person_id = p_from;
  update exemption set person_id = p_into where person_id = p_from;
  update rule_exception set person_id = p_into where person_id = p_from;
  update notice set person_id = p_into where person_id = p_from;
  perform merge_assignments(p_from, p_into, p_today, p_at);
  delete from rule_person where person_id = p_from;
  perform renew_standing(array[p_from, p_into]);

  insert into merge_change (merge_id, relation, row_id, before, after)
  select p_merge, n.relation, n.row_id,
    case when o.row_id is not null then (select jsonb_object_agg(k.key, k.value) from jsonb_each(o.is_now) k
      where n.is_now -> k.key is distinct from k.value) end,
    case when o.row_id is null then n.is_now else (select jsonb_object_agg(k.key, k.value) from jsonb_each(n.is_now) k
      where o.is_now -> k.key is distinct from k.value) end
  from merge_rows(p_from, p_into) n
  left join jsonb_to_recordset(v_before) o(relation text, row_id uuid, is_now jsonb) on o.relation = n.relation and o.row_id = n.row_id
  where o.is_now is distinct from n.is_now;
end
$$;

-- Puts columns of rows back as they were before a merge.
create function unmerge_rows(p_merge uuid, p_relation text) returns void language plpgsql as $$
declare
  v_columns text;
begin
  select string_agg(format('%1$I = case when c.before ? %1$L then (b).%1$I else x.%1$I end', k), ', ') into v_columns
  from (select distinct jsonb_object_keys(before) as k from merge_change where merge_id = p_merge and relation = p_relation and before is not null) c;
  if v_columns is not null then
    execute format('update %1$I x set %2$s from merge_change c cross join lateral (select jsonb_populate_record(null::%1$I, c.before) as b) y
      where c.merge_id = $1 and c.relation = $2 and c.before is not null and x.id = c.row_id', p_relation, v_columns) using p_merge, p_relation;
  end if;
end
$$;

-- What was given since because of an employment goes with that employment.
create function follow_engagements(p_from uuid, p_into uuid, p_today date, p_at timestamptz) returns void language plpgsql as $$
declare
  v_course uuid;
begin
  update path_enrolment n set person_id = e.person_id from engagement e
  where e.id = n.engagement_id and e.person_id in (p_from, p_into) and n.person_id <> e.person_id;
  update path_task t set person_id = n.person_id from path_enrolment n
  where n.id = t.path_enrolment_id and n.person_id in (p_from, p_into) and t.person_id <> n.person_id;
  update rule_exception x set person_id = e.person_id from engagement e
  where e.id = x.engagement_id and e.person_id in (p_from, p_into) and x.person_id <> e.person_id;
  for v_course in
    select distinct a.course_id from assignment a join assignment_reason r on r.assignment_id = a.id and r.ended_at is null
    left join path_enrolment n on n.id = r.path_enrolment_id join engagement e on e.id = coalesce(r.engagement_id, n.engagement_id)
    where a.person_id = p_into and a.state = 'open' and e.person_id = p_from
  loop
    insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, created_at)
    select gen_random_uuid(), p_from, v_course,
      coalesce((select max(cycle) from assignment where person_id = p_from and course_id = v_course), 0) + 1, a.due_on, a.opens_on, p_at
    from assignment a where a.person_id = p_into and a.course_id = v_course and a.state = 'open'
    on conflict do nothing;
    update assignment_reason r set assignment_id = b.id
    from assignment a, assignment b, engagement e
    where a.person_id = p_into and a.course_id = v_course and a.state = 'open'
      and b.person_id = p_from and b.course_id = v_course and b.state = 'open'
      and r.assignment_id = a.id and r.ended_at is null and e.person_id = p_from
      and e.id = coalesce(r.engagement_id, (select n.engagement_id from path_enrolment n where n.id = r.path_enrolment_id));
  end loop;
end
$$;

/*
 * The two are two again: their rows as they were, and what came since with the one it hangs on. What was recorded since for
 * the person stays with the person.
 */
create function undo_merge(p_merge uuid, p_by uuid, p_today date, p_at timestamptz) returns void language plpgsql as $$
declare
  m person_merge;
  v_relation text;
  v_people uuid[];
begin
  select * into m from person_merge where id = p_merge for update;
  v_people := array[m.person_id, m.same_as];
  perform lock_people(v_people);
  delete from person_alias where person_id = m.person_id;
  update person_alias set same_as = m.person_id where person_id = any (m.carried) and same_as = m.same_as;

  -- Below everything else: reasons out of assignments that the merge made, then those; what others have built on stays, closed.
  -- A reason that went on in a later cycle since, because the person had completed it, is the other one's open reason again.
  with back as (
    update assignment_reason r set ended_at = null, ended_why = null from merge_change c
    where c.merge_id = p_merge and c.relation = 'assignment_reason' and c.before ? 'assignment_id' and r.id = c.row_id
      and r.ended_why = 'carried-over' and r.ended_at > m.merged_at
    returning r.*
  )
  update assignment_reason r set ended_at = p_at, ended_why = 'merge-undone' from back b, assignment a
  where a.id = r.assignment_id and a.person_id = any (v_people) and r.id <> b.id and r.ended_at is null and r.since > m.merged_at
    and (r.kind, r.request_id, r.engagement_id, r.rule_version_id, r.path_enrolment_id, r.path_step_id)
      is not distinct from (b.kind, b.request_id, b.engagement_id, b.rule_version_id, b.path_enrolment_id, b.path_step_id);
  perform unmerge_rows(p_merge, 'assignment_reason');
  delete from assignment_reason r using merge_change c
  where c.merge_id = p_merge and c.relation = 'assignment_reason' and c.before is null and r.id = c.row_id;
  delete from assignment a using merge_change c
  where c.merge_id = p_merge and c.relation = 'assignment' and c.before is null and a.id = c.row_id
    and not exists (select from assignment_reason r where r.assignment_id = a.id)
    and not exists (select from due_extension e where e.assignment_id = a.id);
  -- What came since makes room for what stood open before.
  update assignment a set state = 'closed', closed_on = p_today, closed_why = 'merge-undone'
  where a.person_id = any (v_people) and a.state = 'open' and exists (
    select from merge_change c join assignment x on x.id = c.row_id
    left join merge_change o on o.merge_id = p_merge and o.relation = 'assignment' and o.row_id = a.id
    where c.merge_id = p_merge and c.relation = 'assignment' and c.before ->> 'state' = 'open' and x.course_id = a.course_id and x.id <> a.id
      and coalesce((c.before ->> 'person_id')::uuid, x.person_id) = coalesce((o.before ->> 'person_id')::uuid, a.person_id));
  -- First to whom each belongs, then what stands open: the other way round two could stand open for one of them.
  update assignment x set person_id = (c.before ->> 'person_id')::uuid, cycle = coalesce((c.before ->> 'cycle')::int, x.cycle)
  from merge_change c
  where c.merge_id = p_merge and c.relation = 'assignment' and c.before ? 'person_id' and x.id = c.row_id;
  for v_relation in select distinct relation from merge_change where merge_id = p_merge and relation <> 'assignment_reason' order by 1 loop
    perform unmerge_rows(p_merge, v_relation);
  end loop;
  perform follow_engagements(m.person_id, m.same_as, p_today, p_at);

  -- What was completed since for one of them is not owed again by that one.
  update assignment a set state = 'closed', closed_on = l.completed_on, closed_why = 'completed'
  from (select distinct on (e.person_id, e.course_id) e.* from ledger_entry e
    where e.person_id = any (v_people) and e.kind = 'completion' and e.recorded_at > m.merged_at and not is_revoked(e.person_id, e.seq)
      and (e.valid_until is null or e.valid_until >= p_today)
    order by e.person_id, e.course_id, e.completed_on desc) l
  where a.person_id = l.person_id and a.course_id = l.course_id and a.state = 'open' and (a.follows_on is null or a.follows_on < l.completed_on);
  update person_merge set undone_by = p_by, undone_at = p_at where id = p_merge;
  perform settle_assignments(v_people, p_today, p_at);
  delete from rule_person where person_id = any (v_people);
  insert into rule_person (rule_id, person_id, next_on)
  select distinct v.rule_id, p.id, p_today from rule_version v cross join unnest(v_people) p(id) where v.state = 'active';
  perform renew_standing(v_people);
end
$$;

/*
 * Looking alike. A pair is derived from what the two entries say; an entry is looked at again when what it says has changed.
 * Names forgive typing and the other order; one of an address, a number or a telephone in common asks less of the names,
 * because families and sites share those.
 */
create table duplicate_pair (
  one_id uuid not null references person,
  other_id uuid not null references person,
  likeness real not null,
  -- Of: name, email, phone, number.
  why text[] not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index duplicate_pair_list_idx on duplicate_pair (likeness desc, one_id, other_id);
create index duplicate_pair_other_idx on duplicate_pair (other_id);
create table duplicate_look (
  person_id uuid primary key references person,
  said text not null
);

create function name_to_compare(p person) returns text language sql immutable as $$
  select lower(p.given_name || ' ' || p.family_name)
$$;
create function phone_to_compare(phone text) returns text language sql immutable as $$
  select nullif(right(regexp_replace(phone, '\D', '', 'g'), 9), '')
$$;
create index person_compare_name_idx on person using gin (lower(given_name || ' ' || family_name) gin_trgm_ops);
create index person_compare_email_idx on person (lower(contact_email)) where contact_email is not null;
create index person_compare_phone_idx on person (phone_to_compare(phone)) where phone is not null;
create index engagement_compare_number_idx on engagement (lower(employee_number));

-- What of an entry is compared.
create function said_of(p person) returns text language sql stable as $$
  select md5(concat_ws('|', name_to_compare(p), lower(p.known_as), lower(p.contact_email), phone_to_compare(p.phone),
    (select string_agg(lower(e.employee_number) || '@' || e.organisation_id, ',' order by e.id) from engagement e where e.person_id = p.id)))
$$;

-- Looks at so many entries that have changed since they were looked at; answers how many are left.
create function look_for_duplicates(p_most int) returns int language plpgsql as $$
declare
  v_changed uuid[];
begin
  select array_agg(p.id order by p.id) into v_changed from person p left join duplicate_look k on k.person_id = p.id
    where p.erased_at is null and k.said is distinct from said_of(p)
      and not exists (select from person_alias a where a.person_id = p.id);
  if v_changed is null then
    return 0;
  end if;
  perform set_config('pg_trgm.similarity_threshold', '0.55', true);
  delete from duplicate_pair d using unnest(v_changed[1:p_most]) c(id) where d.one_id = c.id or d.other_id = c.id;
  insert into duplicate_pair (one_id, other_id, likeness, why)
  select least(p.id, o.id), greatest(p.id, o.id), max(s.likeness), array_agg(distinct o.why order by o.why)
  from person p
  cross join lateral (
    select q.id, 'name' as why from person q
      where lower(q.given_name || ' ' || q.family_name) % lower(p.given_name || ' ' || p.family_name)
    union all select q.id, 'email' from person q where lower(q.contact_email) = lower(p.contact_email)
    union all select q.id, 'phone' from person q where q.phone is not null and phone_to_compare(q.phone) = phone_to_compare(p.phone)
    union all select f.person_id, 'number' from engagement e join engagement f on lower(f.employee_number) = lower(e.employee_number)
      where e.person_id = p.id
  ) o
  join person q on q.id = o.id
  cross join lateral (
    select greatest(similarity(name_to_compare(p), name_to_compare(q)),
      similarity(lower(coalesce(p.known_as, p.given_name) || ' ' || p.family_name), lower(coalesce(q.known_as, q.given_name) || ' ' || q.family_name))) as likeness
  ) s
  where p.id = any (v_changed[1:p_most]) and q.id <> p.id and q.erased_at is null and s.likeness >= 0.3
    and not exists (select from person_alias a where a.person_id = q.id)
  group by 1, 2
  on conflict (one_id, other_id) do update set likeness = excluded.likeness, why = excluded.why;
  insert into duplicate_look (person_id, said) select p.id, said_of(p) from person p where p.id = any (v_changed[1:p_most])
  on conflict (person_id) do update set said = excluded.said;
  return greatest(cardinality(v_changed) - p_most, 0);
end
$$;

/*
 * Who this is, among those who are known, merged entries too: by the number that an organisation gave, else by address or
 * telephone together with a name that is alike. Null: nobody known. Whoever is about to add an entry asks here first.
 */
create function who_is_this(p_organisation uuid, p_number text, p_email text, p_phone text, p_name text) returns uuid language sql stable as $$
  select who_is(x.id) from (
    select e.person_id as id, 1 as rank, 1::real as likeness from engagement e
      where e.organisation_id = p_organisation and lower(e.employee_number) = lower(p_number)
    union all
    select p.id, 2, similarity(name_to_compare(p), lower(p_name)) from person p
      where p.erased_at is null and (lower(p.contact_email) = lower(p_email) or p.phone is not null and phone_to_compare(p.phone) = phone_to_compare(p_phone))
  ) x where x.likeness >= 0.55 order by x.rank, x.likeness desc, x.id limit 1
$$;
