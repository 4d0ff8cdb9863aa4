-- The builder: what an author may undo, who is at a draft, templates, and what a new version means for those who began.

-- Counts edits of an activity, for If-Match. A move is no edit: it is the draft that changes then.
alter table activity add column version int not null default 1;
create function count_activity_edit() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['version', 'position'] <> to_jsonb(old) - array['version', 'position'] then
    new.version := old.version + 1;
  end if;
  return new;
end
$$;
create trigger activity_version before update on activity for each row execute function count_activity_edit();

-- A course that others are made from. It is never taught itself.
alter table course add column template boolean not null default false;
-- What it was copied from.
alter table course add column copied_from uuid references course;
create index course_template_idx on course (lower(title), id) where template;

alter table course_version
  -- For people who began an earlier version, when this one is major: they finish that one, or start again.
  add column begun text not null default 'finish' check (begun in ('finish', 'restart')),
  -- Starting again: the last day on which the earlier version can be finished. Null: it ends when they say so.
  add column old_ends_on date check (old_ends_on is null or begun = 'restart'),
  -- What is new, in the author's words, for learners.
  add column news text not null default '';

/*
 * What can be undone. A draft is looked at as a flat object: "version/minutes", "<activity>/title",
 * "<activity>/activity_captions" … A change keeps the keys that it touched, as they were and as they became; an activity
 * that was not there has no keys.
 */
create table draft_change (
  id bigint generated always as identity primary key,
  course_version_id uuid not null references course_version on delete cascade,
  person_id uuid not null references person,
  at timestamptz not null,
  -- The draft's version that this made.
  version int not null,
  -- A verb, and the title of what it was done to.
  action text not null,
  title text,
  before jsonb not null,
  after jsonb not null,
  undone_at timestamptz
);
create index draft_change_version_idx on draft_change (course_version_id, id desc);

-- The files that can come back, so that they are not cleared away meanwhile.
create table draft_change_file (
  draft_change_id bigint not null references draft_change on delete cascade,
  sha256 text not null,
  primary key (draft_change_id, sha256)
);
create index draft_change_file_idx on draft_change_file (sha256);

-- Every table whose rows belong to one activity, also those that are made later.
create function activity_parts() returns table (of_table name, of_column name) language sql stable as $$
  select t.relname, a.attname
  from pg_constraint c
  join pg_class t on t.oid = c.conrelid
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confrelid = 'public.activity'::regclass and c.confdeltype = 'c' and cardinality(c.conkey) = 1
  order by 1
$$;

create function draft_state(p_version uuid) returns jsonb language plpgsql stable as $$
declare
  v_state jsonb;
  v_rows jsonb;
  v_part record;
begin
  select jsonb_build_object('version/minutes', v.minutes, 'version/validity_months', v.validity_months,
      'version/change', v.change, 'version/begun', v.begun, 'version/old_ends_on', v.old_ends_on, 'version/news', v.news)
    into v_state from course_version v where v.id = p_version;
  select v_state || coalesce(jsonb_object_agg(a.id || '/' || c.key, c.value), '{}') into v_state
    from activity a, jsonb_each(to_jsonb(a)) c where a.course_version_id = p_version;
  for v_part in select * from activity_parts() loop
    execute format(
      'select jsonb_object_agg(x.key, x.rows) from (
         select a.id || ''/'' || %2$L as key, jsonb_agg(to_jsonb(p) order by to_jsonb(p)::text) as rows
         from %1$I p join activity a on a.id = p.%3$I where a.course_version_id = $1 group by a.id) x',
      v_part.of_table, v_part.of_table, v_part.of_column) into v_rows using p_version;
    v_state := v_state || coalesce(v_rows, '{}');
  end loop;
  return v_state;
end
$$;

-- The keys of one object that the other does not have, or has with another value.
create function jsonb_unlike(one jsonb, other jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(one) where value is distinct from other -> key
$$;

create function jsonb_keys(o jsonb) returns text[] language sql immutable as $$
  select coalesce(array_agg(k order by k), '{}') from jsonb_object_keys(o) k
$$;

/*
 * Keeps what a change did to a draft, given what was there before. What its author typed into the same fields within a
 * minute is one change. A new change ends what they could have done again; the hundred newest stay.
 */
create function note_draft_change(
  p_version uuid, p_person uuid, p_action text, p_title text, p_state_before jsonb, p_at timestamptz
) returns void language plpgsql as $$
declare
  v_state jsonb := draft_state(p_version);
  v_version int := (select v.version + 1 from course_version v where v.id = p_version);
  v_before jsonb := jsonb_unlike(p_state_before, v_state);
  v_after jsonb := jsonb_unlike(v_state, p_state_before);
  c draft_change;
  v_id bigint;
begin
  if v_before = '{}' and v_after = '{}' then
    return;
  end if;
  delete from draft_change where course_version_id = p_version and person_id = p_person and undone_at is not null;
  select * into c from draft_change where course_version_id = p_version order by id desc limit 1;
  if c.person_id = p_person and c.action = p_action and c.action like '%.save' and p_at - c.at < interval '1 minute'
      and jsonb_keys(c.before) = jsonb_keys(v_before) and jsonb_keys(c.after) = jsonb_keys(v_after) then
    update draft_change set after = v_after, title = p_title, version = v_version where id = c.id;
    v_id := c.id;
  else
    insert into draft_change (course_version_id, person_id, at, version, action, title, before, after)
      values (p_version, p_person, p_at, v_version, p_action, p_title, v_before, v_after) returning id into v_id;
    delete from draft_change d where d.course_version_id = p_version and d.id <= (
      select o.id from draft_change o where o.course_version_id = p_version order by o.id desc offset 100 limit 1);
  end if;
  insert into draft_change_file (draft_change_id, sha256)
    select distinct v_id, m[1] from regexp_matches(v_before::text || v_after::text, '"([0-9a-f]{64})"', 'g') m
    on conflict do nothing;
end
$$;

/*
 * Puts the keys of p_to in the place of those of p_from. False when the draft is not as p_from says any more; where an
 * activity stands does not count, because others may have moved theirs.
 */
create function restore_draft(p_version uuid, p_from jsonb, p_to jsonb) returns boolean language plpgsql as $$
declare
  v_state jsonb := draft_state(p_version);
  v_key text;
  v_ids uuid[];
  v_id uuid;
  v_back uuid[] := '{}';
  v_row jsonb;
  v_columns text;
  v_part record;
begin
  for v_key in select jsonb_object_keys(p_from || p_to) loop
    if v_key not like '%/position' and v_key not like '%/version' and v_state -> v_key is distinct from p_from -> v_key then
      return false;
    end if;
  end loop;
  update course_version v set minutes = r.minutes, validity_months = r.validity_months, change = r.change, begun = r.begun,
      old_ends_on = r.old_ends_on, news = r.news
    from (
      select (jsonb_populate_record(o, coalesce(
        (select jsonb_object_agg(substr(key, 9), value) from jsonb_each(p_to) where key like 'version/%'), '{}'))).*
      from course_version o where o.id = p_version
    ) r
    where v.id = p_version and exists (select from jsonb_object_keys(p_to) k where k like 'version/%');
  select coalesce(array_agg(distinct split_part(k, '/', 1)::uuid), '{}') into v_ids
    from jsonb_object_keys(p_from || p_to) k where k not like 'version/%';
  foreach v_id in array v_ids loop
    if p_from ? (v_id || '/id') and not p_to ? (v_id || '/id') then
      delete from activity where id = v_id;
      continue;
    end if;
    select jsonb_object_agg(split_part(key, '/', 2), value) into v_row from jsonb_each(p_to)
      where key like v_id || '/%' and split_part(key, '/', 2) not in (select of_table from activity_parts());
    if p_to ? (v_id || '/id') then
      -- Whoever saw it before it went has to look again.
      v_row := v_row || jsonb_build_object('version', (v_row ->> 'version')::int + 1);
      insert into activity select (jsonb_populate_record(null::activity, v_row)).*;
      v_back := v_back || v_id;
    elsif v_row - 'version' <> '{}' then
      v_row := v_row - 'version';
      select string_agg(format('%1$I = r.%1$I', k), ', ') into v_columns from jsonb_object_keys(v_row) k;
      execute format('update activity a set %s from jsonb_populate_record(null::activity, $2) r where a.id = $1', v_columns)
        using v_id, v_row;
    end if;
    for v_part in select p.of_table, p.of_column from activity_parts() p
        where (p_from || p_to) ? (v_id || '/' || p.of_table) loop
      execute format('delete from %I where %I = $1', v_part.of_table, v_part.of_column) using v_id;
      execute format('insert into %1$I select * from jsonb_populate_recordset(null::%1$I, $1)', v_part.of_table)
        using coalesce(p_to -> (v_id || '/' || v_part.of_table), '[]');
    end loop;
  end loop;
  update activity a set position = o.place from (
      select id, row_number() over (order by position, id = any (v_back) desc, id) as place
      from activity where course_version_id = p_version
    ) o where a.id = o.id and a.position <> o.place;
  return true;
end
$$;

-- Who has a draft open. Old rows mean nothing; they are overwritten or go with the draft.
create table draft_editor (
  course_version_id uuid not null references course_version on delete cascade,
  person_id uuid not null references person,
  seen_at timestamptz not null,
  primary key (course_version_id, person_id)
);

/*
 * An edition is a major version and the minor ones after it: what was done in one of them is done in all. It is called by
 * the number of its major version.
 */
create function edition_of(p_version uuid) returns int language sql stable as $$
  select coalesce((
    select max(m.number) from course_version m
    where m.course_id = v.course_id and m.number <= v.number and (m.change = 'major' or m.number = 1)), v.number)
  from course_version v where v.id = p_version
$$;

-- "From here on I begin this version anew": by the learner's own word, or because the date had come that they were told.
create table fresh_start (
  person_id uuid not null references person,
  course_id uuid not null references course,
  course_version_id uuid not null references course_version,
  at timestamptz not null,
  why text not null check (why in ('asked', 'date')),
  primary key (person_id, course_version_id)
);
create index fresh_start_course_idx on fresh_start (person_id, course_id);
comment on table fresh_start is 'Append-only.';

/*
 * The version of a course that a person is on. Whoever holds a valid completion sees what they completed. Whoever has
 * begun stays on that version: across a minor one while something in it is open, across a major one for as long as its
 * author lets them. Everybody else is on what is published.
 */
create function learner_version(p_person uuid, p_course uuid, p_today date) returns uuid language plpgsql stable as $$
declare
  v_published course_version;
  v_on course_version;
  v_since timestamptz;
  v_valid uuid;
  v_open boolean;
begin
  select * into v_published from course_version where course_id = p_course and state = 'published';
  select l.recorded_at into v_since from ledger_entry l
    where l.person_id = p_person and l.course_id = p_course and l.kind = 'completion' order by l.seq desc limit 1;
  select v.* into v_on from attempt t join course_version v on v.id = t.course_version_id
    where t.person_id = p_person and t.course_id = p_course and t.state <> 'abandoned'
      and (t.state = 'open' or t.done_at > coalesce(v_since, '-infinity'))
      and v.number >= coalesce((
        select max(n.number) from fresh_start f join course_version n on n.id = f.course_version_id
        where f.person_id = p_person and f.course_id = p_course), 0)
    order by v.number desc limit 1;
  if v_on.id is null then
    select l.course_version_id into v_valid
      from ledger_entry l join standing_dates s on s.person_id = l.person_id and s.course_id = l.course_id
      where l.person_id = p_person and l.course_id = p_course and l.kind = 'completion' and l.recorded_at = v_since
        and (s.lifetime or s.window_from > p_today)
        and exists (select from attempt t where t.person_id = p_person and t.course_version_id = l.course_version_id)
      limit 1;
    return coalesce(v_valid, v_published.id);
  end if;
  if v_published.id is null or v_on.number >= v_published.number then
    return v_on.id;
  end if;
  if exists (select from course_version m where m.course_id = p_course and m.number > v_on.number
      and m.number <= v_published.number and m.change = 'major' and m.begun = 'restart' and m.old_ends_on < p_today) then
    return v_published.id;
  end if;
  if edition_of(v_on.id) <> edition_of(v_published.id) then
    return v_on.id;
  end if;
  select exists (select from attempt t where t.person_id = p_person and t.course_version_id = v_on.id and t.state = 'open')
    into v_open;
  return case when v_open then v_on.id else v_published.id end;
end
$$;

-- Leaves what was begun in earlier versions for a new one. The attempts stay as rows; true when something was left.
create function begin_anew(p_person uuid, p_version uuid, p_why text, p_at timestamptz) returns boolean
language plpgsql as $$
declare
  v course_version;
begin
  select * into v from course_version where id = p_version;
  perform pg_advisory_xact_lock(hashtextextended(p_person::text || v.course_id::text, 19));
  insert into fresh_start (person_id, course_id, course_version_id, at, why)
    values (p_person, v.course_id, p_version, p_at, p_why) on conflict do nothing;
  update attempt t set state = 'abandoned', updated_at = p_at
    from course_version o
    where t.person_id = p_person and t.course_id = v.course_id and t.state = 'open'
      and o.id = t.course_version_id and o.number < v.number;
  return found;
end
$$;

-- Everybody whose old version has ended by its date. What they see follows from the date already; this tidies behind it.
create function end_old_versions(p_today date, p_at timestamptz) returns int language sql as $$
  with over as (
    select distinct t.person_id, p.id
    from course_version m
    join course_version p on p.course_id = m.course_id and p.state = 'published' and p.number >= m.number
    join course_version o on o.course_id = m.course_id and o.number < m.number
    join attempt t on t.course_version_id = o.id and t.state = 'open'
    where m.change = 'major' and m.begun = 'restart' and m.old_ends_on < p_today and m.state in ('published', 'retired')
  )
  select count(*) filter (where begin_anew(person_id, id, 'date', p_at))::int from over
$$;

/*
 * Which activities of a version a person has done since a moment: there, or as the same thing to do in another version of
 * the same edition.
 */
create function done_in_edition(p_person uuid, p_version uuid, p_since timestamptz)
returns table (activity_id uuid, attempt_id uuid, done_at timestamptz) language sql stable as $$
  select distinct on (a.id) a.id, t.id, t.done_at
  from activity a
  join course_version v on v.id = a.course_version_id
  join attempt t on t.person_id = p_person and t.course_id = v.course_id and t.state = 'done' and t.done_at > p_since
  join activity d on d.id = t.activity_id
  where a.course_version_id = p_version and (
    d.id = a.id
    or (d.lineage_id = a.lineage_id and d.kind = a.kind and edition_of(t.course_version_id) = edition_of(p_version)))
  order by a.id, d.id = a.id desc, t.done_at desc
$$;

-- Since when what somebody did in a course counts: while their completion is valid all of it, then what came after it.
create function counted_since(p_person uuid, p_course uuid, p_today date) returns timestamptz language sql stable as $$
  select case
    when exists (select from standing_dates s where s.person_id = p_person and s.course_id = p_course
      and (s.lifetime or s.window_from > p_today)) then '-infinity'::timestamptz
    else coalesce((select max(l.recorded_at) from ledger_entry l
      where l.person_id = p_person and l.course_id = p_course and l.kind = 'completion'), '-infinity')
  end
$$;

/*
 * As before, and: what was done in another version of the same edition counts, and what cards stand behind counts no
 * longer than they do: until the earliest expiry among the cards accepted since the course was last completed, or as
 * long as the course allows, whichever is first.
 */
create or replace function complete_course_if_done(
  p_person uuid, p_attempt uuid, p_course uuid, p_course_version uuid, p_completed_on date, p_source text, p_private jsonb,
  p_at timestamptz
) returns boolean language plpgsql as $$
declare
  v_since timestamptz;
  v_months int;
  v_card_ends date;
begin
  -- Two activities finished at once: the second waits here and then sees the first. Both may be of different versions.
  perform pg_advisory_xact_lock(hashtextextended(p_person::text || p_course::text, 11));
  select coalesce(max(l.recorded_at), '-infinity') into v_since from ledger_entry l
    where l.person_id = p_person and l.course_id = p_course and l.kind = 'completion';
  if exists (
    select from activity a where a.course_version_id = p_course_version
      and a.id not in (select d.activity_id from done_in_edition(p_person, p_course_version, v_since) d)
  ) then
    return false;
  end if;
  select validity_months into v_months from course_version where id = p_course_version;
  select min(k.expires_on) into v_card_ends
    from done_in_edition(p_person, p_course_version, v_since) d
    join evidence_check k on k.attempt_id = d.attempt_id and k.outcome = 'accepted';
  if append_completion(p_person, p_course, p_course_version, p_completed_on,
      least(valid_until(p_completed_on, v_months), v_card_ends), p_source, p_attempt, p_private, p_at) is not null then
    insert into outbox_event (at, type, person_id, payload)
      values (p_at, 'course.completed', p_person, jsonb_build_object('courseId', p_course));
  end if;
  return true;
end
$$;

-- The same thing to do in the version that a person is on; null when that version does not have it.
create function activity_for(p_person uuid, p_activity uuid, p_today date) returns uuid language sql stable as $$
  select n.id
  from activity a
  join course_version v on v.id = a.course_version_id
  join activity n on n.course_version_id = learner_version(p_person, v.course_id, p_today)
    and n.lineage_id = a.lineage_id and n.kind = a.kind
  where a.id = p_activity
  limit 1
$$;

/*
 * As before, and: begun in the version that the person is on, whichever version's activity it was asked for.
 */
create or replace function begin_attempt(p_attempt uuid, p_person uuid, p_activity uuid, p_at timestamptz, p_today date)
returns attempt language plpgsql as $$
declare
  t attempt;
  v_activity uuid := activity_for(p_person, p_activity, p_today);
  v_spent boolean;
  v_version course_version;
begin
  if v_activity is null then
    return null;
  end if;
  -- The same lock as the player's.
  perform pg_advisory_xact_lock(hashtextextended(p_person::text || v_activity::text, 13));
  select v.* into v_version from course_version v join activity a on a.course_version_id = v.id where a.id = v_activity;
  select x.* into t from attempt x where x.person_id = p_person and x.activity_id = v_activity and x.state <> 'abandoned'
    order by x.number desc limit 1;
  if t.id is not null then
    select t.state = 'done' and d.required and exists (
        select from ledger_entry l where l.person_id = t.person_id and l.course_id = t.course_id and l.kind = 'completion'
          and l.recorded_at >= t.done_at
      ) and not (d.lifetime or coalesce(d.window_from > p_today, false))
      into v_spent from standing_dates d where d.person_id = t.person_id and d.course_id = t.course_id;
    if not coalesce(v_spent, false) then
      return t;
    end if;
  end if;
  insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
    values (p_attempt, p_person, v_activity, v_version.id, v_version.course_id,
      (select coalesce(max(number), 0) + 1 from attempt where person_id = p_person and activity_id = v_activity), p_at, p_at)
    returning * into t;
  return t;
end
$$;

-- As before, and: onto the same thing to do in the version that the person is on.
create or replace function record_in_person(
  p_id uuid, p_attempt uuid, p_activity uuid, p_person uuid, p_recorder uuid, p_completed_on date, p_note text, p_at timestamptz
) returns boolean language plpgsql as $$
declare
  a activity;
  v_course uuid;
  v_number int;
begin
  select * into a from activity where kind = 'in-person'
    and id = coalesce(activity_for(p_person, p_activity, (p_at at time zone 'Europe/London')::date), p_activity);
  select course_id into v_course from course_version where id = a.course_version_id;
  perform pg_advisory_xact_lock(hashtextextended(p_person::text || a.id::text, 13));
  if exists (select from in_person_record r join attempt t on t.id = r.attempt_id
      where t.person_id = p_person and t.activity_id = a.id and r.completed_on = p_completed_on) then
    return false;
  end if;
  select coalesce(max(number), 0) + 1 into v_number from attempt where person_id = p_person and activity_id = a.id;
  insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, state, started_at, done_at, updated_at, percent)
    values (p_attempt, p_person, a.id, a.course_version_id, v_course, v_number, 'done', p_at, p_at, p_at, 100);
  insert into in_person_record (id, attempt_id, person_id, recorded_by, completed_on, note, recorded_at)
    values (p_id, p_attempt, p_person, p_recorder, p_completed_on, p_note, p_at);
  perform complete_course_if_done(p_person, p_attempt, v_course, a.course_version_id, p_completed_on, 'manual',
    jsonb_build_object('recordedBy', p_recorder) || case when p_note = '' then '{}'::jsonb else jsonb_build_object('note', p_note) end, p_at);
  return true;
end
$$;
