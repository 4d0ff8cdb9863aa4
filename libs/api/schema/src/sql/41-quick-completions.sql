/*
 * What a completion costs. Each statement within it has a price of its own, whatever it finds, and whatever many
 * completions do one after another keeps them from being written together.
 *
 * An event is no longer announced: NOTIFY takes one lock over the whole database until the commit is on the disk, so that
 * commits that were announced went to the disk one by one. Whoever hands events on looks for them instead.
 */
drop trigger outbox_event_announce on outbox_event;
drop function announce_outbox_event();

/** Locks where a person's chain ends, which it begins when there is none, and says what stands there. */
create function lock_ledger_head(p_person uuid) returns ledger_head language plpgsql as $$
declare
  v_head ledger_head;
begin
  select * into v_head from ledger_head where person_id = p_person for update;
  if not found then
    insert into ledger_head as h (person_id, seq, hash) values (p_person, 0, decode(repeat('00', 32), 'hex'))
      on conflict (person_id) do update set seq = h.seq
      returning * into v_head;
  end if;
  return v_head;
end
$$;

create or replace function append_to_ledger(p_person uuid, p_kind text, p_at timestamptz, p_fact text, p_private jsonb,
  p_course uuid, p_course_version uuid, p_completed_on date, p_valid_until date, p_source text, p_source_id uuid, p_revokes int)
returns int language plpgsql as $$
declare
  v_at timestamptz := date_trunc('milliseconds', p_at);
  v_head ledger_head := lock_ledger_head(p_person);
  v_seq int := v_head.seq + 1;
  v_body text;
  v_hash bytea;
  v_salts jsonb := '{}';
  v_commitments text := '';
begin
  if coalesce(p_private, '{}') <> '{}' then
    select jsonb_object_agg(key, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))
      into v_salts from jsonb_object_keys(p_private) key;
    select string_agg(to_json(f.key)::text || ':"' ||
        encode(sha256(convert_to((v_salts ->> f.key) || ':' || canonical_scalar(f.value), 'UTF8')), 'hex') || '"',
        ',' order by f.key collate "C")
      into v_commitments from jsonb_each(p_private) f;
  end if;
  v_body := '{"at":"' || canonical_instant(v_at) || '","fact":' || p_fact || ',"kind":"' || p_kind || '","person":"' ||
    p_person || '","prev":"' || encode(v_head.hash, 'hex') || '","private":{' || v_commitments || '},"seq":' || v_seq || ',"v":1}';
  v_hash := sha256(convert_to(E'waymark-ledger-v1\n' || v_body, 'UTF8'));
  insert into ledger_entry (person_id, seq, hash_version, kind, recorded_at, course_id, course_version_id, completed_on,
    valid_until, source, source_id, revokes_seq, body, prev_hash, hash)
  values (p_person, v_seq, 1, p_kind, v_at, p_course, p_course_version, p_completed_on, p_valid_until, p_source,
    p_source_id, p_revokes, v_body, v_head.hash, v_hash);
  if v_salts <> '{}' then
    insert into ledger_private (person_id, seq, field, salt, value)
    select p_person, v_seq, f.key, v_salts ->> f.key, canonical_scalar(f.value) from jsonb_each(p_private) f;
  end if;
  update ledger_head set seq = v_seq, hash = v_hash where person_id = p_person;
  return v_seq;
end
$$;

create or replace function append_completion(p_person uuid, p_course uuid, p_course_version uuid, p_completed_on date,
  p_valid_until date, p_source text, p_source_id uuid, p_private jsonb, p_at timestamptz)
returns int language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_fact text;
begin
  p_person := who_is(p_person);
  -- The head is locked first, so that two writers of the same source cannot both find it missing.
  perform lock_ledger_head(p_person);
  if exists (select from ledger_entry l where l.person_id = any (persons_as(p_person)) and l.kind = 'completion' and l.source = p_source
      and l.source_id = p_source_id and l.course_id = p_course) then
    return null;
  end if;
  v_fact := '{"completedOn":"' || p_completed_on || '","course":"' || p_course || '","courseVersion":"' || p_course_version ||
    '","source":' || to_json(p_source) || ',"sourceId":"' || p_source_id || '","validUntil":' ||
    coalesce('"' || p_valid_until || '"', 'null') || '}';
  return append_to_ledger(p_person, 'completion', p_at, v_fact, p_private, p_course, p_course_version, p_completed_on,
    p_valid_until, p_source, p_source_id, null);
end
$$;

create or replace function complete_course_if_done(p_person uuid, p_attempt uuid, p_course uuid, p_course_version uuid,
  p_completed_on date, p_source text, p_private jsonb, p_at timestamptz)
returns boolean language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_since timestamptz;
  v_last timestamptz;
  v_done uuid[];
  v_asked int;
  v_card_ends date;
  v_ends date;
begin
  -- Two activities finished at once: the second waits here and then sees the first. Both may be of different versions.
  perform pg_advisory_xact_lock(hashtextextended(p_person::text || p_course::text, 11));
  select coalesce(max(l.recorded_at), '-infinity') into v_last from ledger_entry l
    where l.person_id = any (persons_as(p_person)) and l.course_id = p_course and l.kind = 'completion';
  v_since := case when reopened(p_person, p_course) then counted_since(p_person, p_course, (p_at at time zone 'Europe/London')::date) else v_last end;
  select (select count(*) from activity a where a.course_version_id = p_course_version), array_agg(d.attempt_id)
    into v_asked, v_done from done_in_edition(p_person, p_course_version, v_since) d;
  -- What is done holds for its own version; of a newer one it can be that a document must be read again.
  if v_asked > coalesce(cardinality(v_done), 0) or exists (
    select from course_version n, unnest(v_done) attempt
    where n.course_id = p_course and n.id <> p_course_version and n.state = 'published'
      and edition_of(n.id) = edition_of(p_course_version) and read_again_since(attempt, n.id) is not null
  ) then
    return false;
  end if;
  if v_since < v_last and v_asked > (select count(*) from done_in_edition(p_person, p_course_version, v_last)) then
    select s.valid_until into v_ends from standing_dates s where s.person_id = p_person and s.course_id = p_course;
  else
    select min(k.expires_on) into v_card_ends from evidence_check k where k.attempt_id = any (v_done) and k.outcome = 'accepted';
    v_ends := least(version_counts_until(p_course_version, p_person, p_completed_on), v_card_ends);
  end if;
  if append_completion(p_person, p_course, p_course_version, p_completed_on, v_ends, p_source, p_attempt, p_private, p_at)
      is not null then
    insert into outbox_event (at, type, person_id, payload)
      values (p_at, 'course.completed', p_person, jsonb_build_object('courseId', p_course));
  end if;
  return true;
end
$$;

create or replace function open_next_cycle(p_person uuid, p_course uuid, p_at timestamptz) returns void language plpgsql as $$
declare
  v_done assignment;
  v_reasons uuid[];
  v_due date[];
  v_opens date[];
  v_next uuid := gen_random_uuid();
  v_first_due date;
  v_first_opens date;
  v_completed_on date;
begin
  select * into v_done from assignment where person_id = p_person and course_id = p_course order by cycle desc limit 1;
  if v_done.state is distinct from 'closed' or v_done.closed_why not in ('completed', 'already-valid') then
    return;
  end if;
  select array_agg(n.reason_id), array_agg(n.due_on), array_agg(n.opens_on), min(n.due_on), min(n.opens_on), max(n.completed_on)
    into v_reasons, v_due, v_opens, v_first_due, v_first_opens, v_completed_on from renewals_of(v_done.id) n;
  if v_reasons is null then
    return;
  end if;
  insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, follows_on, created_at)
    values (v_next, p_person, p_course, v_done.cycle + 1, v_first_due, v_first_opens, v_completed_on, p_at)
    on conflict do nothing;
  if not found then
    return;
  end if;
  insert into assignment_reason (id, assignment_id, kind, path_enrolment_id, path_step_id, engagement_id, rule_version_id,
    request_id, facts, due_on, opens_on, renews_until, since)
  select gen_random_uuid(), v_next, r.kind, r.path_enrolment_id, r.path_step_id, r.engagement_id, r.rule_version_id,
    r.request_id, r.facts, n.due_on, n.opens_on, case when r.kind = 'rule' and v_done.follows_on is not null then r.due_on end, p_at
  from unnest(v_reasons, v_due, v_opens) n(reason_id, due_on, opens_on) join assignment_reason r on r.id = n.reason_id;
  update assignment_reason set ended_at = p_at, ended_why = 'carried-over' where id = any (v_reasons);
end
$$;

create or replace function close_fulfilled_assignment() returns trigger language plpgsql as $$
declare
  v_today date := (new.recorded_at at time zone 'Europe/London')::date;
  v_open record;
  v_closes boolean;
begin
  -- There is one that is open, or none.
  select a.id, a.follows_on, k.own_wish, k.revision into v_open
    from assignment a, lateral (
      select bool_and(r.kind = 'self') as own_wish, coalesce(bool_or(r.kind = 'revision'), false) as revision
      from assignment_reason r where r.assignment_id = a.id and r.ended_at is null) k
    where a.person_id = new.person_id and a.course_id = new.course_id and a.state = 'open';
  if not found then
    return null;
  end if;
  -- The standing is worked out once, after all of this, by the completion's own trigger.
  perform set_config('lms.standing_follows', new.person_id || ' ' || new.course_id, true);
  v_closes := (v_open.follows_on is null or v_open.follows_on < new.completed_on or v_open.revision)
    and (new.valid_until is null or new.valid_until >= v_today);
  if v_closes then
    update assignment set state = 'closed', closed_on = new.completed_on,
      closed_why = case when v_open.own_wish then 'completed-own-wish' else 'completed' end
    where id = v_open.id;
    perform open_next_cycle(new.person_id, new.course_id, new.recorded_at);
  end if;
  -- What has just been opened has its dates; they move for what was open before, and with leave.
  if not v_closes or exists (select from engagement e join leave_of_absence l on l.engagement_id = e.id where e.person_id = new.person_id) then
    perform date_assignments(array[new.person_id], array[new.course_id]);
  end if;
  perform set_config('lms.standing_follows', '', true);
  return null;
end
$$;

/** It runs when the transaction ends, outside of what sets how plans are kept. */
alter function count_refresher() set plan_cache_mode = force_generic_plan;

/**
 * A kept plan must be good for the table as it will be: one that was made while the table was small reads it whole, until
 * statistics are next gathered, and each row of a large change then costs more than the one before.
 */
alter function refresh_standing(uuid, uuid) set enable_seqscan = off;
alter function append_completion(uuid, uuid, uuid, date, date, text, uuid, jsonb, timestamptz) set enable_seqscan = off;
alter function complete_course_if_done(uuid, uuid, uuid, uuid, date, text, jsonb, timestamptz) set enable_seqscan = off;
alter function count_refresher() set enable_seqscan = off;

/**
 * Whoever applies a rule asks for an engagement's reasons of that rule. What an index leaves out must not look smaller than
 * it is before statistics are gathered: "of rules, and not ended" then looks like a single row and is read whole.
 */
drop index assignment_reason_rule_idx;
create index assignment_reason_rule_idx on assignment_reason (rule_version_id) where rule_version_id is not null;
drop index assignment_reason_engagement_idx;
create index assignment_reason_engagement_idx on assignment_reason (engagement_id, rule_version_id) where engagement_id is not null;

/*
 * Does now what waits for the end of the transaction, for whoever looks before it; as before, and what came from a
 * refresher that was taken back. One kind after the other, and never one inside the other: an entry cannot be added while
 * another one is.
 */
create or replace function follow_ledger(p_persons uuid[]) returns void language plpgsql as $$
declare
  v_before bigint := -1;
  v_entries bigint := 0;
begin
  while v_entries <> v_before loop
    v_before := v_entries;
    set constraints ledger_entry_refreshes immediate;
    set constraints ledger_entry_refreshes deferred;
    set constraints ledger_entry_refreshes_no_more immediate;
    set constraints ledger_entry_refreshes_no_more deferred;
    set constraints ledger_entry_counts immediate;
    set constraints ledger_entry_counts deferred;
    set constraints ledger_entry_counts_no_more immediate;
    set constraints ledger_entry_counts_no_more deferred;
    select sum(h.seq) into v_entries from ledger_head h where h.person_id = any (p_persons);
  end loop;
end
$$;
