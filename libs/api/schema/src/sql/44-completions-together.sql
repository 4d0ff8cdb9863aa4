/*
 * Completions that arrive together are written together: what a completion makes follow is worked out for all rows of a
 * statement at once. One person's entries still follow each other in order, one statement each.
 */

-- ---- the past of rows ----

/** As `record_history`, for all rows that one statement changed of a table whose rows carry no version. */
create function record_histories() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into row_history (entity, entity_id, op, known_from, actor_id, row)
    select tg_argv[0], n.id, 'insert', change_moment(), change_actor(), to_jsonb(n) from new_rows n;
  elsif tg_op = 'UPDATE' then
    insert into row_history (entity, entity_id, op, known_from, actor_id, row)
    select tg_argv[0], n.id, 'update', change_moment(), change_actor(), to_jsonb(n)
    from new_rows n join old_rows o on o.id = n.id
    where n is distinct from o;
  else
    insert into row_history (entity, entity_id, op, known_from, actor_id, row)
    select tg_argv[0], o.id, 'delete', change_moment(), change_actor(), to_jsonb(o) from old_rows o;
  end if;
  return null;
end
$$;

do $$
declare
  v_table text;
begin
  foreach v_table in array array['assignment', 'assignment_reason'] loop
    execute format('drop trigger %1$s_history on %1$s', v_table);
    execute format('create trigger %1$s_history after insert on %1$s referencing new table as new_rows
      for each statement execute function record_histories(%2$L)', v_table, replace(v_table, '_', ' '));
    execute format('create trigger %1$s_history_updated after update on %1$s referencing old table as old_rows new table as new_rows
      for each statement execute function record_histories(%2$L)', v_table, replace(v_table, '_', ' '));
    execute format('create trigger %1$s_history_deleted after delete on %1$s referencing old table as old_rows
      for each statement execute function record_histories(%2$L)', v_table, replace(v_table, '_', ' '));
  end loop;
end
$$;

-- ---- standing ----

-- Without a function of its own in the condition, which would be called for each course looked at.
create or replace function completions_of(p_person uuid, p_course uuid) returns setof ledger_entry language sql stable as $$
  select l.* from ledger_entry l
  where l.person_id = any (p_person || array(select i.person_id from person_alias i where i.same_as = p_person))
    and l.course_id = p_course and l.kind = 'completion'
    and not exists (select from ledger_entry r where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq)
$$;

/** The dates of one person and one course, whether or not anything speaks for the two. */
create function standing_dates_of(p_person uuid, p_course uuid) returns table (
  required boolean, due_on date, opens_on date, completed_on date, valid_until date, ever_completed boolean, lifetime boolean,
  window_from date, started_on date, exempt datemultirange
) language sql stable as $$
  select coalesce(a.required, false), a.due_on, a.opens_on, c.completed_on, c.valid_until, coalesce(c.ever, false),
    coalesce(c.lifetime, false), least(c.window_from, a.renews_from), t.started_on, coalesce(x.exempt, '{}'::datemultirange)
  from (
    select bool_or(s.state = 'open') or (array_agg(s.closed_why order by s.cycle desc))[1] in ('completed', 'already-valid') as required,
      min(s.due_on) filter (where s.state = 'open') as due_on,
      min(s.opens_on) filter (where s.state = 'open') as opens_on,
      -- A new revision to be read opens it sooner, and renews nothing.
      min(case when exists (select from assignment_reason r where r.assignment_id = s.id and r.ended_at is null and r.kind = 'revision')
        then (select min(r.opens_on) from assignment_reason r
          where r.assignment_id = s.id and r.ended_at is null and r.kind <> 'revision')
        else s.opens_on end) filter (where s.state = 'open' and s.follows_on is not null) as renews_from
    from assignment s where s.person_id = p_person and s.course_id = p_course
  ) a,
  (
    select count(*) > 0 as ever, max(l.completed_on) as completed_on, bool_or(l.valid_until is null) as lifetime,
      case when not bool_or(l.valid_until is null) then max(l.valid_until) end as valid_until,
      case when not bool_or(l.valid_until is null) then max(l.valid_until - v.renewal_window_days) end as window_from
    from completions_of(p_person, p_course) l join course_version v on v.id = l.course_version_id
  ) c,
  (
    select min((t.started_at at time zone 'Europe/London')::date) as started_on
    from attempt t
    where t.person_id = p_person and t.course_id = p_course and t.state <> 'abandoned'
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
  ) t,
  (
    select range_agg(daterange(e.from_on, coalesce(e.ended_on, e.to_on), '[]')) as exempt
    from exemption e where e.person_id = p_person and e.course_id = p_course and e.state = 'approved'
      and e.from_on <= coalesce(e.ended_on, e.to_on)
  ) x
$$;

create or replace view standing_dates_now as
select k.person_id, k.course_id, d.*
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
cross join lateral standing_dates_of(k.person_id, k.course_id) d;

/*
 * The dates of pairs that a row has just been written for. Two facts of one person at once: the second waits, then computes
 * from both.
 */
create function refresh_standings(p_persons uuid[], p_courses uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_persons uuid[];
  v_courses uuid[];
begin
  -- Of a merged entry it is the person's standing, where there is one.
  if exists (select from person_alias i where i.person_id = any (p_persons)) then
    select array_agg(k.person_id), array_agg(k.course_id) into p_persons, p_courses
    from (select distinct coalesce(i.same_as, p.person_id) as person_id, p.course_id
      from unnest(p_persons, p_courses) p(person_id, course_id) left join person_alias i on i.person_id = p.person_id
    ) k where exists (select from standing_dates_now n where n.person_id = k.person_id and n.course_id = k.course_id);
  end if;
  select array_agg(k.person_id), array_agg(k.course_id) into v_persons, v_courses
  from (select distinct person_id, course_id from unnest(p_persons, p_courses) p(person_id, course_id) order by 1, 2) k;
  perform pg_advisory_xact_lock(hashtextextended(p.person_id::text, 7))
  from (select distinct person_id from unnest(v_persons) x(person_id) order by 1) p;
  insert into standing_dates as s (person_id, course_id, required, due_on, opens_on, completed_on, valid_until,
    ever_completed, lifetime, window_from, started_on, exempt)
  select k.person_id, k.course_id, d.* from unnest(v_persons, v_courses) k(person_id, course_id)
    cross join lateral standing_dates_of(k.person_id, k.course_id) d
  on conflict (person_id, course_id) do update set required = excluded.required, due_on = excluded.due_on,
    opens_on = excluded.opens_on, completed_on = excluded.completed_on, valid_until = excluded.valid_until,
    ever_completed = excluded.ever_completed, lifetime = excluded.lifetime, window_from = excluded.window_from,
    started_on = excluded.started_on, exempt = excluded.exempt;
end
$$;
create or replace function refresh_standing(p uuid, c uuid) returns void language sql as $$
  select refresh_standings(array[p], array[c])
$$;

create function refresh_standings_of_rows() returns trigger language plpgsql as $$
begin
  perform refresh_standings(array_agg(n.person_id), array_agg(n.course_id)) from new_rows n having count(*) > 0;
  return null;
end
$$;
-- What a completion closes or opens waits for the completion's own refresh.
drop trigger assignment_standing on assignment;
create trigger assignment_standing after insert on assignment referencing new table as new_rows for each statement
  when (coalesce(current_setting('lms.standing_follows', true), '') = '')
  execute function refresh_standings_of_rows();
create trigger assignment_standing_updated after update on assignment referencing new table as new_rows for each statement
  when (coalesce(current_setting('lms.standing_follows', true), '') = '')
  execute function refresh_standings_of_rows();

create function refresh_standings_of_completions() returns trigger language plpgsql as $$
begin
  perform refresh_standings(array_agg(n.person_id), array_agg(n.course_id)) from new_rows n
  where n.kind = 'completion' having count(*) > 0;
  return null;
end
$$;
drop trigger ledger_entry_standing on ledger_entry;
create trigger ledger_entry_standing after insert on ledger_entry referencing new table as new_rows
  for each statement execute function refresh_standings_of_completions();

-- ---- certificates ----

/** As before, in fewer steps. */
create or replace function certificate_code(p_random uuid) returns text language plpgsql immutable as $$
declare
  v_symbols constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  v_bytes bytea := uuid_send(p_random);
  -- All bytes but those that hold the version and the variant of the number.
  v_from constant int[] := '{0,1,2,3,4,5,7,9,10,11,12}';
  v_code text := '';
  v_sum int := 0;
  v_value int;
begin
  for i in 1 .. 11 loop
    v_value := get_byte(v_bytes, v_from[i]) & 31;
    v_code := v_code || substr(v_symbols, v_value + 1, 1);
    -- Luhn's sum over 32: every second one twice, from the right, where the checking symbol will stand.
    v_sum := v_sum + case when i % 2 = 1 then v_value * 2 / 32 + v_value * 2 % 32 else v_value end;
  end loop;
  return v_code || substr(v_symbols, (32 - v_sum % 32) % 32 + 1, 1);
end
$$;

create function give_certificates() returns trigger language plpgsql as $$
begin
  insert into certificate (person_id, seq, code)
  select n.person_id, n.seq, certificate_code(gen_random_uuid())
  from new_rows n join course c on c.id = n.course_id
  where n.kind = 'completion' and c.gives_certificate;
  return null;
end
$$;
drop trigger ledger_entry_certificate on ledger_entry;
drop function give_certificate();
create trigger ledger_entry_certificate after insert on ledger_entry referencing new table as new_rows
  for each statement execute function give_certificates();

-- ---- what is owed ----

/** Opens what comes next of cycles that have just been fulfilled and are the newest: as `open_next_cycles`, for those alone. */
create function open_next_of(p_fulfilled uuid[], p_at timestamptz) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  with due as materialized (
    select f.id as assignment_id, f.person_id, f.course_id, f.cycle + 1 as cycle, f.follows_on, gen_random_uuid() as reason_id,
      n.reason_id as old_id, n.due_on, n.opens_on, n.completed_on
    from assignment f, renewals_of(f.id) n
    where f.id = any (p_fulfilled) and f.closed_why in ('completed', 'already-valid')
      and not exists (select from assignment n where n.person_id = f.person_id and n.course_id = f.course_id and n.cycle > f.cycle)
  ), opened as (
    insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, follows_on, created_at)
    select gen_random_uuid(), person_id, course_id, cycle, min(due_on), min(opens_on), max(completed_on), p_at
    from due group by assignment_id, person_id, course_id, cycle order by person_id, course_id
    on conflict do nothing
    returning id, person_id, course_id
  ), carried as (
    insert into assignment_reason (id, assignment_id, kind, path_enrolment_id, path_step_id, engagement_id, rule_version_id,
      request_id, facts, due_on, opens_on, renews_until, since)
    select d.reason_id, o.id, r.kind, r.path_enrolment_id, r.path_step_id, r.engagement_id, r.rule_version_id,
      r.request_id, r.facts, d.due_on, d.opens_on, case when r.kind = 'rule' and d.follows_on is not null then r.due_on end, p_at
    from opened o
    join due d on d.person_id = o.person_id and d.course_id = o.course_id
    join assignment_reason r on r.id = d.old_id
    returning 1
  )
  update assignment_reason r set ended_at = p_at, ended_why = 'carried-over'
  from due d, opened o where r.id = d.old_id and o.person_id = d.person_id and o.course_id = d.course_id;
end
$$;

/*
 * Completions fulfil what is owed, and what they make owed next stands open, both in their own transaction. What is there
 * to renew an earlier completion is fulfilled by a later one alone. What nobody but the person themselves wanted is not
 * asked of them again, so it is closed with words of its own.
 */
create function close_fulfilled_assignments() returns trigger language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_open uuid[];
  v_closes boolean[];
  v_own boolean[];
  v_fulfilled uuid[];
  v_at timestamptz;
  v_dated record;
begin
  -- There is one that is open of each, or none.
  select array_agg(a.id), array_agg(k.own_wish), max(n.recorded_at), array_agg(
      (a.follows_on is null or a.follows_on < n.completed_on or k.revision)
      and (n.valid_until is null or n.valid_until >= (n.recorded_at at time zone 'Europe/London')::date))
    into v_open, v_own, v_at, v_closes
    from new_rows n
    join assignment a on a.person_id = n.person_id and a.course_id = n.course_id and a.state = 'open'
    cross join lateral (
      select bool_and(r.kind = 'self') as own_wish, coalesce(bool_or(r.kind = 'revision'), false) as revision
      from assignment_reason r where r.assignment_id = a.id and r.ended_at is null) k
    where n.kind = 'completion';
  if v_open is null then
    return null;
  end if;
  -- The standing is worked out once, after all of this, by the completion's own trigger.
  perform set_config('lms.standing_follows', 'yes', true);
  with fulfilled as (
    update assignment a set state = 'closed', closed_on = n.completed_on,
      closed_why = case when k.own_wish then 'completed-own-wish' else 'completed' end
    from unnest(v_open, v_own, v_closes) k(id, own_wish, closes), new_rows n
    where a.id = k.id and k.closes and n.person_id = a.person_id and n.course_id = a.course_id and n.kind = 'completion'
    returning a.id
  )
  select array_agg(id) into v_fulfilled from fulfilled;
  if v_fulfilled is not null then
    perform open_next_of(v_fulfilled, v_at);
  end if;
  -- What has just been opened has its dates; they move for what was open before, and with leave.
  for v_dated in select a.person_id, a.course_id from assignment a where a.id = any (v_open)
      and (a.state = 'open' or exists (
        select from engagement e join leave_of_absence l on l.engagement_id = e.id where e.person_id = a.person_id)) loop
    perform date_assignments(array[v_dated.person_id], array[v_dated.course_id]);
  end loop;
  perform set_config('lms.standing_follows', '', true);
  return null;
end
$$;
drop trigger ledger_entry_fulfils on ledger_entry;
drop function close_fulfilled_assignment();
drop function open_next_cycle(uuid, uuid, timestamptz);
create trigger ledger_entry_fulfils after insert on ledger_entry referencing new table as new_rows
  for each statement execute function close_fulfilled_assignments();

-- ---- choices and rules ----

create or replace function settle_choices_of_completion() returns trigger language plpgsql as $$
declare
  v_settled record;
begin
  for v_settled in select n.person_id, n.recorded_at from new_rows n where n.kind = 'completion' and exists (
    select from path_step s join path_stage g on g.id = s.stage_id join path_enrolment e on e.path_version_id = g.path_version_id
    where s.course_id = n.course_id and s.choice_id is not null and e.person_id = n.person_id and e.state = 'open'
  ) order by n.person_id loop
    perform settle_choices(v_settled.person_id, (v_settled.recorded_at at time zone 'Europe/London')::date, v_settled.recorded_at);
  end loop;
  return null;
end
$$;
drop trigger ledger_entry_standing_settles on ledger_entry;
create trigger ledger_entry_standing_settles after insert on ledger_entry referencing new table as new_rows
  for each statement execute function settle_choices_of_completion();

create or replace function announce_rule_facts() returns trigger language plpgsql as $$
begin
  insert into outbox_event (at, type, person_id, payload)
  select n.recorded_at, 'rule-facts.changed', i.id, jsonb_build_object('personId', i.id)
  from new_rows n
  left join ledger_entry l on l.person_id = n.person_id and l.seq = n.revokes_seq
  cross join lateral (select who_is(n.person_id) as id offset 0) i
  where exists (select from rule_reads r where r.course_id = coalesce(n.course_id, l.course_id))
  order by i.id;
  return null;
end
$$;
drop trigger ledger_entry_tells_rules on ledger_entry;
create trigger ledger_entry_tells_rules after insert on ledger_entry referencing new table as new_rows
  for each statement execute function announce_rule_facts();

-- ---- the chain ----

-- An entry that is to be appended: `fact` is its canonical text, `private` what stays out of the chain.
create type new_entry as (
  person_id uuid, kind text, fact text, private jsonb, course_id uuid, course_version_id uuid, completed_on date, valid_until date,
  source text, source_id uuid, revokes_seq int
);
create type new_completion as (
  person_id uuid, course_id uuid, course_version_id uuid, completed_on date, valid_until date, source text, source_id uuid, private jsonb
);

/** Locks where people's chains end, in one order, and begins those that there are none of. */
create function lock_ledger_heads(p_persons uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  insert into ledger_head (person_id, seq, hash)
  select distinct p.id, 0, decode(repeat('00', 32), 'hex') from unnest(p_persons) p(id)
  where not exists (select from ledger_head h where h.person_id = p.id) order by 1
  on conflict do nothing;
  perform from ledger_head h where h.person_id = any (p_persons) order by h.person_id for update;
end
$$;

/** Appends one entry each to the chains of people whose heads are locked. Answers their numbers in the order of the people. */
create function extend_chains(p_new new_entry[], p_at timestamptz) returns int[] language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_at timestamptz := date_trunc('milliseconds', p_at);
  v_begin text := '{"at":"' || canonical_instant(v_at) || '","fact":';
  -- What can be asked to be forgotten, with its salts.
  v_private ledger_private[];
  v_seq int[];
begin
  if exists (select from unnest(p_new) n where n.private <> '{}') then
    select array_agg((n.person_id, h.seq + 1, f.key,
        replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), canonical_scalar(f.value))::ledger_private)
      into v_private from unnest(p_new) n join ledger_head h on h.person_id = n.person_id, jsonb_each(n.private) f;
  end if;
  with added as (
    insert into ledger_entry (person_id, seq, hash_version, kind, recorded_at, course_id, course_version_id, completed_on,
      valid_until, source, source_id, revokes_seq, body, prev_hash, hash)
    select n.person_id, h.seq + 1, 1, n.kind, v_at, n.course_id, n.course_version_id, n.completed_on, n.valid_until,
      n.source, n.source_id, n.revokes_seq, b.body, h.hash, sha256(convert_to(E'waymark-ledger-v1\n' || b.body, 'UTF8'))
    from unnest(p_new) n
    join ledger_head h on h.person_id = n.person_id
    cross join lateral (
      select v_begin || n.fact || ',"kind":"' || n.kind || '","person":"' || n.person_id || '","prev":"' || encode(h.hash, 'hex') ||
        '","private":{' || coalesce((
          select string_agg(to_json(f.field)::text || ':"' || encode(sha256(convert_to(f.salt || ':' || f.value, 'UTF8')), 'hex') || '"',
            ',' order by f.field collate "C")
          from unnest(v_private) f where f.person_id = n.person_id), '') || '},"seq":' || h.seq + 1 || ',"v":1}' as body
      offset 0) b
    returning person_id, seq, hash
  ), moved as (
    update ledger_head h set seq = a.seq, hash = a.hash from added a where h.person_id = a.person_id returning h.person_id, h.seq
  )
  select array_agg(seq order by person_id) into v_seq from moved;
  if v_private is not null then
    insert into ledger_private (person_id, seq, field, salt, value) select f.* from unnest(v_private) f;
  end if;
  return v_seq;
end
$$;

create or replace function append_to_ledger(p_person uuid, p_kind text, p_at timestamptz, p_fact text, p_private jsonb,
  p_course uuid, p_course_version uuid, p_completed_on date, p_valid_until date, p_source text, p_source_id uuid, p_revokes int)
returns int language plpgsql as $$
begin
  perform lock_ledger_heads(array[p_person]);
  return (extend_chains(array[(p_person, p_kind, p_fact, coalesce(p_private, '{}'), p_course, p_course_version, p_completed_on,
    p_valid_until, p_source, p_source_id, p_revokes)::new_entry], p_at))[1];
end
$$;

/*
 * Appends completions and answers the number of each in its chain, in their order; null where the same source is on the
 * chain already. Those of one person follow each other as they stand. The last valid day is inclusive; null is for life.
 */
create function append_completions(p_new new_completion[], p_at timestamptz) returns int[] language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_persons uuid[];
  v_turns int;
  v_turn new_entry[];
  v_places int[];
  v_numbers int[];
  v_seq int[] := array_fill(null::int, array[cardinality(p_new)]);
begin
  -- A fact about a merged entry is one about the person.
  if exists (select from unnest(p_new) n join person_alias i on i.person_id = n.person_id) then
    select array_agg((who_is(n.person_id), n.course_id, n.course_version_id, n.completed_on, n.valid_until, n.source, n.source_id,
        n.private)::new_completion order by n.place)
      into p_new from unnest(p_new) with ordinality
        n(person_id, course_id, course_version_id, completed_on, valid_until, source, source_id, private, place);
  end if;
  select array_agg(p.person_id), max(p.times) into v_persons, v_turns
    from (select n.person_id, count(*) as times from unnest(p_new) n group by n.person_id) p;
  -- The heads are locked first, so that two writers of the same source cannot both find it missing.
  perform lock_ledger_heads(v_persons);
  for v_at in 1 .. v_turns loop
    select array_agg((n.person_id, 'completion', '{"completedOn":"' || n.completed_on || '","course":"' || n.course_id ||
        '","courseVersion":"' || n.course_version_id || '","source":' || to_json(n.source) || ',"sourceId":"' || n.source_id ||
        '","validUntil":' || coalesce('"' || n.valid_until || '"', 'null') || '}', coalesce(n.private, '{}'), n.course_id,
        n.course_version_id, n.completed_on, n.valid_until, n.source, n.source_id, null)::new_entry order by n.person_id),
      array_agg(n.place::int order by n.person_id)
      into v_turn, v_places
      from (
        select *, row_number() over (partition by u.person_id order by u.place) as turn from unnest(p_new) with ordinality
          u(person_id, course_id, course_version_id, completed_on, valid_until, source, source_id, private, place)) n
      where n.turn = v_at
        -- Counted one by one, so that each stays a look into the index: joined, or asked for several at once while the record was
        -- young, it read all of it.
        and (
          select count(*) from ledger_entry l
          where l.person_id = n.person_id and l.kind = 'completion' and l.source = n.source and l.source_id = n.source_id
            and l.course_id = n.course_id) = 0
        and not exists (
          select from person_alias i
          where i.same_as = n.person_id and (
            select count(*) from ledger_entry l
            where l.person_id = i.person_id and l.kind = 'completion' and l.source = n.source and l.source_id = n.source_id
              and l.course_id = n.course_id) > 0);
    if v_turn is not null then
      v_numbers := extend_chains(v_turn, p_at);
      for i in 1 .. cardinality(v_places) loop
        v_seq[v_places[i]] := v_numbers[i];
      end loop;
    end if;
  end loop;
  return v_seq;
end
$$;

create or replace function append_completion(p_person uuid, p_course uuid, p_course_version uuid, p_completed_on date,
  p_valid_until date, p_source text, p_source_id uuid, p_private jsonb, p_at timestamptz)
returns int language sql as $$
  select (append_completions(array[(p_person, p_course, p_course_version, p_completed_on, p_valid_until, p_source, p_source_id,
    p_private)::new_completion], p_at))[1]
$$;
drop function lock_ledger_head(uuid);

-- ---- completing ----

-- An activity that has just been done.
create type activity_done as (
  person_id uuid, attempt_id uuid, course_id uuid, course_version_id uuid, completed_on date, source text, private jsonb
);

/*
 * Whether the courses of activities that have just been done are completed by them, in their order: the record grows, in the
 * same transaction. Where one of them completes a course that another one of them belongs to, the first one tells.
 */
create function complete_courses_if_done(p_done activity_done[], p_at timestamptz) returns boolean[] language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_today date := (p_at at time zone 'Europe/London')::date;
  v_turns int;
  v_places int[];
  v_new new_completion[];
  v_seq int[];
  v_answer boolean[] := array_fill(false, array[cardinality(p_done)]);
begin
  -- Two activities finished at once: the second waits here and then sees the first. Both may be of different versions.
  perform pg_advisory_xact_lock(hashtextextended(d.person_id::text || d.course_id::text, 11))
  from (select distinct u.person_id, u.course_id from unnest(p_done) u order by 1, 2) d;
  select max(d.times) into v_turns from (select count(*) as times from unnest(p_done) u group by u.person_id, u.course_id) d;
  for v_turn in 1 .. v_turns loop
    select array_agg(d.place::int order by d.place), array_agg((d.person_id, d.course_id, d.course_version_id, d.completed_on,
        case when s.since < k.last and a.asked > (select count(*) from done_in_edition(d.person_id, d.course_version_id, k.last))
          then (select x.valid_until from standing_dates x where x.person_id = d.person_id and x.course_id = d.course_id)
          else least(counts_until(recurrence_of(v), d.completed_on, (
              select case when not bool_or(l.valid_until is null) then max(l.valid_until) end
              from completions_of(d.person_id, d.course_id) l where l.completed_on < d.completed_on)),
            (select min(e.expires_on) from evidence_check e where e.attempt_id = any (o.attempts) and e.outcome = 'accepted')) end,
        d.source, d.attempt_id, d.private)::new_completion order by d.place)
      into v_places, v_new
      from (
        select *, row_number() over (partition by u.person_id, u.course_id order by u.place) as turn
        from unnest(p_done) with ordinality
          u(person_id, attempt_id, course_id, course_version_id, completed_on, source, private, place)) d
      join course_version v on v.id = d.course_version_id
      cross join lateral (select count(*) as asked from activity a where a.course_version_id = d.course_version_id) a
      cross join lateral (
        select coalesce(max(l.recorded_at), '-infinity') as last from ledger_entry l
        where l.person_id = any (d.person_id || array(select i.person_id from person_alias i where i.same_as = d.person_id))
          and l.course_id = d.course_id and l.kind = 'completion') k
      cross join lateral (
        select case when exists (
            select from assignment g join assignment_reason r on r.assignment_id = g.id and r.kind = 'revision' and r.ended_at is null
            where g.person_id = d.person_id and g.course_id = d.course_id and g.state = 'open')
          then counted_since(d.person_id, d.course_id, v_today) else k.last end as since offset 0) s
      cross join lateral (
        select array_agg(x.attempt_id) as attempts from done_in_edition(d.person_id, d.course_version_id, s.since) x) o
      where d.turn = v_turn and a.asked <= coalesce(cardinality(o.attempts), 0)
        -- What is done holds for its own version; of a newer one it can be that a document must be read again.
        and not exists (
          select from course_version n, unnest(o.attempts) attempt
          where n.course_id = d.course_id and n.id <> d.course_version_id and n.state = 'published'
            and edition_of(n.id) = edition_of(d.course_version_id) and read_again_since(attempt, n.id) is not null);
    if v_new is not null then
      v_seq := append_completions(v_new, p_at);
      insert into outbox_event (at, type, person_id, payload)
      select p_at, 'course.completed', c.person_id, jsonb_build_object('courseId', c.course_id)
      from unnest(v_new) with ordinality c(person_id, course_id, v, o, u, s, i, p, place) where v_seq[c.place] is not null;
      for i in 1 .. cardinality(v_places) loop
        v_answer[v_places[i]] := true;
      end loop;
    end if;
  end loop;
  return v_answer;
end
$$;

create or replace function complete_course_if_done(p_person uuid, p_attempt uuid, p_course uuid, p_course_version uuid,
  p_completed_on date, p_source text, p_private jsonb, p_at timestamptz)
returns boolean language sql as $$
  select (complete_courses_if_done(array[(p_person, p_attempt, p_course, p_course_version, p_completed_on, p_source,
    p_private)::activity_done], p_at))[1]
$$;
alter function append_completion(uuid, uuid, uuid, date, date, text, uuid, jsonb, timestamptz) reset all;
alter function complete_course_if_done(uuid, uuid, uuid, uuid, date, text, jsonb, timestamptz) reset all;

-- ---- what waits for the end of the transaction ----

/** Whether another course can be renewed by this one. */
create function refreshes_another(p_course uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from course_version v where v.refresher_course_id = p_course)
    or exists (select from course_version v where v.remainder_course_id = p_course);
end
$$;
drop trigger ledger_entry_refreshes on ledger_entry;
create constraint trigger ledger_entry_refreshes after insert on ledger_entry deferrable initially deferred
  for each row when (new.kind = 'completion' and new.source <> 'refresher' and refreshes_another(new.course_id))
  execute function count_refresher();

-- ---- documents ----

/*
 * Read and acknowledged: bound to the bytes that were shown. Answers in their order whether a course is completed by it; null
 * where it is not the person's attempt at these bytes.
 */
create function acknowledge_documents(p_attempts uuid[], p_persons uuid[], p_sha256 text[], p_names text[], p_at timestamptz,
  p_today date) returns boolean[] language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_theirs int[];
  v_place int;
  v_done activity_done[];
  v_completed boolean[];
  v_answer boolean[] := array_fill(null::boolean, array[cardinality(p_attempts)]);
begin
  select array_agg(x.place) into v_theirs from (
    select k.place::int from unnest(p_attempts, p_persons, p_sha256) with ordinality k(attempt_id, person_id, sha256, place)
    join attempt t on t.id = k.attempt_id and t.person_id = k.person_id
    -- By its number: many documents can have the same bytes.
    where (select a.kind = 'document' and a.file_sha256 = k.sha256 from activity a where a.id = t.activity_id)
    order by t.id for update of t) x;
  if v_theirs is null then
    return v_answer;
  end if;
  insert into acknowledgement (attempt_id, person_id, sha256, name, acknowledged_at)
  select p_attempts[k.place], p_persons[k.place], p_sha256[k.place], p_names[k.place], p_at from unnest(v_theirs) k(place)
  on conflict do nothing;
  with done as (
    update attempt t set state = 'done', done_at = p_at, updated_at = p_at, percent = 100
    where t.id = any (array(select p_attempts[k.place] from unnest(v_theirs) k(place))) and t.state <> 'done'
    returning t.*
  )
  select array_agg((person_id, id, course_id, course_version_id, p_today, 'attempt', '{}')::activity_done order by person_id, course_id)
    into v_done from done;
  foreach v_place in array v_theirs loop
    v_answer[v_place] := false;
  end loop;
  if v_done is not null then
    v_completed := complete_courses_if_done(v_done, p_at);
    for i in 1 .. cardinality(v_done) loop
      v_answer[array_position(p_attempts, v_done[i].attempt_id)] := v_completed[i];
    end loop;
  end if;
  return v_answer;
end
$$;

drop function acknowledge_document(uuid, uuid, text, text, timestamptz, date);
