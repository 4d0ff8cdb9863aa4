-- One person's run at one activity, pinned to the version it began with.
create table attempt (
  id uuid primary key,
  person_id uuid not null references person,
  activity_id uuid not null references activity,
  course_version_id uuid not null references course_version,
  course_id uuid not null references course,
  number int not null,
  state text not null default 'open' check (state in ('open', 'done', 'abandoned')),
  started_at timestamptz not null,
  done_at timestamptz,
  updated_at timestamptz not null,
  score numeric,
  percent int,
  seconds int not null default 0,
  launches int not null default 0,
  unique (person_id, activity_id, number)
);
create index attempt_course_idx on attempt (person_id, course_id);

create table attempt_sco (
  attempt_id uuid not null references attempt,
  sco text not null,
  elements jsonb not null default '{}',
  -- The highest entry of the current launch that wrote here: a lower one is late and must not undo newer ones.
  last_seq int not null default 0,
  -- Where the learner stopped, in the lesson's own words, and when.
  stopped_at text,
  touched_at timestamptz,
  total_time int not null default 0,
  session_time int not null default 0,
  done boolean not null default false,
  primary key (attempt_id, sco)
);

create table attempt_coverage (
  attempt_id uuid primary key references attempt,
  covered int4multirange not null default '{}',
  position numeric not null default 0,
  position_stamp bigint not null default 0
);

create table launch (
  id uuid primary key,
  attempt_id uuid not null references attempt,
  person_id uuid not null references person,
  number int not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  unique (attempt_id, number)
);

-- Written by commit_launch alone, which has just found the launch: a foreign key would lock that row once more.
create table commit_log (
  launch_id uuid not null,
  seq int not null,
  body_hash bytea not null,
  received_at timestamptz not null,
  applied boolean not null,
  sco text,
  -- The elements it set.
  elements text[],
  primary key (launch_id, seq)
);
comment on table commit_log is 'Append-only.';

create table acknowledgement (
  attempt_id uuid primary key references attempt,
  person_id uuid not null references person,
  sha256 text not null,
  name text not null,
  acknowledged_at timestamptz not null
);
comment on table acknowledgement is 'Append-only.';

-- What a trainer saw: one row an activity and person, the note stays out of the chain.
create table in_person_record (
  id uuid primary key,
  attempt_id uuid not null references attempt unique,
  person_id uuid not null references person,
  recorded_by uuid not null references person,
  completed_on date not null,
  note text not null default '',
  recorded_at timestamptz not null
);
comment on table in_person_record is 'Append-only.';

-- What follows mirrors @lms/domain (completion-rule, coverage); property tests hold the two together.

create function scorm_decimal(v text) returns numeric language sql immutable as $$
  select case when v ~ '^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$' then v::numeric end
$$;

-- 0 to 100, to four decimal places; null without a number.
create function scorm_score(standard text, e jsonb) returns numeric language sql immutable as $$
  with given as (
    select case when standard = 'scorm2004' then scorm_decimal(e ->> 'cmi.score.scaled') end as scaled,
      scorm_decimal(e ->> (prefix || '.raw')) as raw, scorm_decimal(e ->> (prefix || '.min')) as lowest,
      scorm_decimal(e ->> (prefix || '.max')) as highest
    from (select case when standard = 'scorm12' then 'cmi.core.score' else 'cmi.score' end as prefix) p
  )
  -- greatest() and least() pass over null: no number would become 0.
  select case when scaled is not null or raw is not null then least(greatest(round(case
    when scaled is not null then scaled * 100
    when highest > lowest then (raw - lowest) / (highest - lowest) * 100
    else raw
  end, 4), 0), 100) end from given
$$;

create function scorm_fulfils(rule jsonb, standard text, e jsonb) returns boolean language sql immutable as $$
  with outcome as (
    select
      case when standard = 'scorm12' then coalesce(e ->> 'cmi.core.lesson_status' in ('completed', 'passed'), false)
        else coalesce(e ->> 'cmi.completion_status' = 'completed', false) end as completed,
      case case when standard = 'scorm12' then e ->> 'cmi.core.lesson_status' else e ->> 'cmi.success_status' end
        when 'passed' then true when 'failed' then false end as passed,
      scorm_score(standard, e) as score
  )
  select coalesce(case rule ->> 'kind'
    when 'completed' then completed
    when 'passed' then passed
    when 'completed-or-passed' then coalesce(passed, false) or (completed and passed is not false)
    when 'score' then case when score is null then passed else score >= (rule ->> 'atLeast')::numeric end
  end, false) from outcome
$$;

-- 0 to 100 when the content tells how far it is.
create function scorm_percent(e jsonb) returns int language sql immutable as $$
  select case when measured is not null then floor(least(greatest(measured, 0), 1) * 100)::int end
  from (select scorm_decimal(e ->> 'cmi.progress_measure') as measured) m
$$;

create function covered_seconds(covered int4multirange, duration numeric) returns int language sql immutable as $$
  select coalesce(sum(upper(r) - lower(r)), 0)::int
  from unnest(covered * int4multirange(int4range(0, greatest(1, floor(duration)::int)))) r
$$;
create function video_covered(covered int4multirange, duration numeric) returns boolean language sql immutable as $$
  select n - covered_seconds(covered, duration) <= least(greatest(2, n / 50), n / 4)
  from (select greatest(1, floor(duration)::int) as n) s
$$;

-- All activities of the version done since the course was last completed: then the record grows, in the same transaction.
create function complete_course_if_done(
  p_person uuid, p_attempt uuid, p_course uuid, p_course_version uuid, p_completed_on date, p_source text, p_private jsonb,
  p_at timestamptz
) returns boolean language plpgsql as $$
declare
  v_since timestamptz;
  v_months int;
begin
  -- Two activities finished at once: the second waits here and then sees the first.
  perform pg_advisory_xact_lock(hashtextextended(p_person::text || p_course_version::text, 11));
  select coalesce(max(l.recorded_at), '-infinity') into v_since from ledger_entry l
    where l.person_id = p_person and l.course_id = p_course and l.kind = 'completion';
  if exists (
    select from activity a where a.course_version_id = p_course_version and not exists (
      select from attempt t where t.person_id = p_person and t.activity_id = a.id and t.state = 'done' and t.done_at > v_since
    )
  ) then
    return false;
  end if;
  select validity_months into v_months from course_version where id = p_course_version;
  if append_completion(p_person, p_course, p_course_version, p_completed_on, valid_until(p_completed_on, v_months),
      p_source, p_attempt, p_private, p_at) is not null then
    insert into outbox_event (at, type, person_id, payload)
      values (p_at, 'course.completed', p_person, jsonb_build_object('courseId', p_course));
  end if;
  return true;
end
$$;

create function begin_launch(p_launch uuid, p_attempt uuid, p_person uuid, p_at timestamptz) returns int language plpgsql as $$
declare
  v_number int;
begin
  perform pg_advisory_xact_lock(uuid_hash_extended(p_attempt, 17));
  update attempt set launches = launches + 1, updated_at = p_at where id = p_attempt and person_id = p_person
    returning launches into v_number;
  if v_number is null then
    return null;
  end if;
  insert into launch (id, attempt_id, person_id, number, created_at) values (p_launch, p_attempt, p_person, v_number, p_at);
  update attempt_sco set total_time = least(total_time::bigint + session_time, 2000000000)::int, session_time = 0,
    last_seq = 0 where attempt_id = p_attempt;
  return v_number;
end
$$;

-- What can change whether a lesson is done, its score or how far it is. Anything else cannot, so it is not judged.
create function tells_outcome(elements jsonb) returns boolean language sql immutable as $$
  select elements ?| array['cmi.core.lesson_status', 'cmi.completion_status', 'cmi.success_status', 'cmi.progress_measure',
    'cmi.core.score.raw', 'cmi.core.score.min', 'cmi.core.score.max',
    'cmi.score.scaled', 'cmi.score.raw', 'cmi.score.min', 'cmi.score.max']
$$;

-- The entry's own lesson if the package has it, else its first.
create function sco_of(scos jsonb, named text) returns text language sql immutable as $$
  select coalesce((select named from jsonb_array_elements(scos) s where s ->> 'identifier' = named limit 1), scos -> 0 ->> 'identifier')
$$;

/*
 * Everything one launch reports, once. p_entries: [{seq, sco, hash, set, sessionTime, covered, position}] in order.
 * Answers null for a launch that is not the person's or was revoked, else {acknowledged, differs, superseded,
 * activityDone, courseDone}. An entry that arrives late writes only what no newer entry has written; a launch that was
 * taken over writes nothing, but what it completes is completed.
 *
 * The hottest write there is: most entries turn a page, and then it writes two rows (the log and the lesson's state).
 */
create function commit_launch(p_launch uuid, p_entries jsonb, p_at timestamptz, p_today date)
returns jsonb language plpgsql as $$
declare
  r record;
  v_attempt uuid;
  v_entry jsonb;
  v_seq int;
  v_hash bytea;
  v_known bytea;
  v_set jsonb;
  v_state attempt_sco;
  v_superseded boolean;
  v_acknowledged int[] := '{}';
  v_differs int[] := '{}';
  v_done boolean;
  v_lesson_done boolean := false;
  v_course_done boolean := false;
  v_sco text;
  v_written text[];
  v_covered int4multirange;
  v_score numeric;
  v_percent int;
begin
  select attempt_id into v_attempt from launch where id = p_launch and revoked_at is null;
  if v_attempt is null then
    return null;
  end if;
  -- One at a time for an attempt, with begin_launch. A row lock would be one more row to write.
  perform pg_advisory_xact_lock(uuid_hash_extended(v_attempt, 17));
  select l.number, t.id as attempt_id, t.person_id, t.course_id, t.course_version_id, t.launches, t.state, t.score, t.percent,
      t.updated_at, a.kind, a.completion_rule, a.seconds, p.scos, jsonb_array_length(p.scos) as lessons
    into r
    from launch l
    join attempt t on t.id = l.attempt_id
    join activity a on a.id = t.activity_id
    left join content_package p on p.id = a.package_id
    where l.id = p_launch and l.revoked_at is null;
  if r.attempt_id is null then
    return null;
  end if;
  v_superseded := r.number < r.launches;
  v_done := r.state = 'done';
  v_score := r.score;
  v_percent := r.percent;

  for v_at in 0 .. jsonb_array_length(p_entries) - 1 loop
    v_entry := p_entries -> v_at;
    v_seq := (v_entry ->> 'seq')::int;
    v_hash := decode(v_entry ->> 'hash', 'hex');
    v_sco := v_entry ->> 'sco';
    v_set := v_entry -> 'set';
    insert into commit_log (launch_id, seq, body_hash, received_at, applied, sco, elements)
      values (p_launch, v_seq, v_hash, p_at, not v_superseded, v_sco,
        case when v_set is not null then array(select jsonb_object_keys(v_set)) end)
      on conflict do nothing;
    if not found then
      select body_hash into v_known from commit_log where launch_id = p_launch and seq = v_seq;
      if v_known = v_hash then
        v_acknowledged := v_acknowledged || v_seq;
      else
        v_differs := v_differs || v_seq;
      end if;
      continue;
    end if;
    v_acknowledged := v_acknowledged || v_seq;

    if r.lessons > 0 then
      v_set := coalesce(v_set, '{}');
      select * into v_state from attempt_sco where attempt_id = r.attempt_id and sco = v_sco;
      if not found then
        v_sco := sco_of(r.scos, v_sco);
        insert into attempt_sco (attempt_id, sco) values (r.attempt_id, v_sco) on conflict do nothing;
        select * into v_state from attempt_sco where attempt_id = r.attempt_id and sco = v_sco;
      end if;
      if v_superseded then
        -- Judged as if it stood, kept only if it completes.
        if not v_state.done and scorm_fulfils(r.completion_rule, r.kind, v_state.elements || v_set) then
          update attempt_sco set done = true where attempt_id = r.attempt_id and sco = v_sco;
          v_state.done := true;
          v_score := coalesce(scorm_score(r.kind, v_set), v_score);
        end if;
      else
        if v_seq < v_state.last_seq then
          select coalesce(array_agg(distinct e), '{}') into v_written from commit_log l, unnest(l.elements) e
            where l.launch_id = p_launch and l.seq > v_seq and sco_of(r.scos, l.sco) = v_sco;
          v_set := v_set - v_written;
        end if;
        v_state.elements := v_state.elements || v_set;
        if tells_outcome(v_set) then
          v_state.done := v_state.done or scorm_fulfils(r.completion_rule, r.kind, v_state.elements);
          v_score := coalesce(scorm_score(r.kind, v_state.elements), v_score);
          if r.lessons = 1 then
            v_percent := greatest(coalesce(scorm_percent(v_state.elements), v_percent), v_percent);
          end if;
        end if;
        update attempt_sco set elements = v_state.elements, last_seq = greatest(v_state.last_seq, v_seq),
          session_time = greatest(v_state.session_time, coalesce((v_entry ->> 'sessionTime')::int, 0)), done = v_state.done,
          stopped_at = coalesce(nullif(left(coalesce(v_set ->> 'cmi.core.lesson_location', v_set ->> 'cmi.location'), 200), ''),
            v_state.stopped_at),
          touched_at = p_at
        where attempt_id = r.attempt_id and sco = v_sco;
      end if;
      -- One lesson is the whole of most packages; with several the others are counted below.
      v_done := v_done or (v_state.done and (r.lessons = 1 or r.completion_rule ->> 'of' is not distinct from 'any'));
      v_lesson_done := v_lesson_done or v_state.done;
    elsif r.kind = 'video' then
      select coalesce(range_agg(int4range((x ->> 0)::int, (x ->> 1)::int)), '{}') into v_covered
        from jsonb_array_elements(coalesce(v_entry -> 'covered', '[]')) x where (x ->> 0)::int < (x ->> 1)::int;
      insert into attempt_coverage as c (attempt_id, covered, position, position_stamp)
        values (r.attempt_id, v_covered, coalesce((v_entry ->> 'position')::numeric, 0), r.number * 1000000::bigint + v_seq)
        on conflict (attempt_id) do update set covered = c.covered + excluded.covered,
          position = case when v_entry ? 'position' and excluded.position_stamp > c.position_stamp then excluded.position else c.position end,
          position_stamp = case when v_entry ? 'position' then greatest(excluded.position_stamp, c.position_stamp) else c.position_stamp end;
    end if;
  end loop;

  if not v_done then
    if r.lessons > 1 then
      v_done := v_lesson_done and (select count(*) from attempt_sco s where s.attempt_id = r.attempt_id and s.done
        and s.sco = sco_of(r.scos, s.sco)) = r.lessons;
    elsif r.kind = 'video' then
      select video_covered(c.covered, r.seconds),
        floor(covered_seconds(c.covered, r.seconds) * 100.0 / greatest(1, floor(r.seconds)))::int
        into v_done, v_percent from attempt_coverage c where c.attempt_id = r.attempt_id;
    end if;
    v_done := coalesce(v_done, false);
  end if;
  if v_done and r.state <> 'done' then
    update attempt set state = 'done', done_at = p_at, updated_at = p_at, score = v_score, percent = 100 where id = r.attempt_id;
    v_course_done := complete_course_if_done(r.person_id, r.attempt_id, r.course_id, r.course_version_id, p_today, 'attempt',
      case when v_score is null then '{}' else jsonb_build_object('score', v_score) end, p_at);
  elsif p_at - r.updated_at > interval '1 minute' or (v_score, v_percent) is distinct from (r.score, r.percent) then
    -- Which attempt moved last needs to be known to the minute only.
    update attempt set updated_at = p_at, score = v_score, percent = case when v_done then 100 else v_percent end
      where id = r.attempt_id;
  end if;
  return jsonb_build_object('acknowledged', to_jsonb(v_acknowledged), 'differs', to_jsonb(v_differs),
    'superseded', v_superseded, 'activityDone', v_done, 'courseDone', v_course_done);
end
$$;

-- Read and acknowledged: bound to the bytes that were shown. Null when it is not the person's attempt at these bytes.
create function acknowledge_document(p_attempt uuid, p_person uuid, p_sha256 text, p_name text, p_at timestamptz, p_today date)
returns jsonb language plpgsql as $$
declare
  t attempt;
  v_course_done boolean := false;
begin
  select x.* into t from attempt x join activity a on a.id = x.activity_id
    where x.id = p_attempt and x.person_id = p_person and a.kind = 'document' and a.file_sha256 = p_sha256 for update of x;
  if t.id is null then
    return null;
  end if;
  insert into acknowledgement (attempt_id, person_id, sha256, name, acknowledged_at)
    values (p_attempt, p_person, p_sha256, p_name, p_at) on conflict do nothing;
  if t.state <> 'done' then
    update attempt set state = 'done', done_at = p_at, updated_at = p_at, percent = 100 where id = t.id;
    v_course_done := complete_course_if_done(t.person_id, t.id, t.course_id, t.course_version_id, p_today, 'attempt', '{}', p_at);
  end if;
  return jsonb_build_object('acknowledged', '[]'::jsonb, 'differs', '[]'::jsonb, 'superseded', false, 'activityDone', true,
    'courseDone', v_course_done);
end
$$;

-- A trainer saw it done. False when the same day was recorded already.
create function record_in_person(
  p_id uuid, p_attempt uuid, p_activity uuid, p_person uuid, p_recorder uuid, p_completed_on date, p_note text, p_at timestamptz
) returns boolean language plpgsql as $$
declare
  a activity;
  v_course uuid;
  v_number int;
begin
  select * into a from activity where id = p_activity and kind = 'in-person';
  select course_id into v_course from course_version where id = a.course_version_id;
  perform pg_advisory_xact_lock(hashtextextended(p_person::text || p_activity::text, 13));
  if exists (select from in_person_record r join attempt t on t.id = r.attempt_id
      where t.person_id = p_person and t.activity_id = p_activity and r.completed_on = p_completed_on) then
    return false;
  end if;
  select coalesce(max(number), 0) + 1 into v_number from attempt where person_id = p_person and activity_id = p_activity;
  insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, state, started_at, done_at, updated_at, percent)
    values (p_attempt, p_person, p_activity, a.course_version_id, v_course, v_number, 'done', p_at, p_at, p_at, 100);
  insert into in_person_record (id, attempt_id, person_id, recorded_by, completed_on, note, recorded_at)
    values (p_id, p_attempt, p_person, p_recorder, p_completed_on, p_note, p_at);
  perform complete_course_if_done(p_person, p_attempt, v_course, a.course_version_id, p_completed_on, 'manual',
    jsonb_build_object('recordedBy', p_recorder) || case when p_note = '' then '{}'::jsonb else jsonb_build_object('note', p_note) end, p_at);
  return true;
end
$$;
