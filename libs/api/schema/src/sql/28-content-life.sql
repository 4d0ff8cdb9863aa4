-- A document's new revision: who reads it again. Posters of films. How long content lives.
alter table activity add column read_again text not null default 'nobody'
  check (read_again in ('everyone', 'unfinished', 'nobody') and (kind = 'document' or read_again = 'nobody'));
-- What was chosen with the revision that is current, for courses that take it later.
alter table resource add column read_again text not null default 'nobody'
  check (read_again in ('everyone', 'unfinished', 'nobody'));

-- What can be undone from before has whole activities without the new column.
create function with_read_again(p_keys jsonb) returns jsonb language sql immutable as $$
  select p_keys || coalesce(
    (select jsonb_object_agg(split_part(k, '/', 1) || '/read_again', 'nobody') from jsonb_object_keys(p_keys) k where k like '%/id'), '{}')
$$;
update draft_change set before = with_read_again(before), after = with_read_again(after);
drop function with_read_again(jsonb);

-- Of two choices for one draft the one that asks more people.
create function more_readers(one text, other text) returns text language sql immutable as $$
  select case when 'everyone' in (one, other) then 'everyone' when 'unfinished' in (one, other) then 'unfinished' else 'nobody' end
$$;

/*
 * Since when what was acknowledged in a finished attempt has to be read again by the time of a later version: the newest
 * revision that asks for it, where that version still has the document and in other bytes. Null: it still counts. Whoever had
 * completed the course with it is asked only by a revision that asks everyone.
 */
create function read_again_since(p_attempt uuid, p_version uuid) returns timestamptz language sql stable as $$
  select max(m.published_at)
  from attempt t
  join activity d on d.id = t.activity_id and d.kind = 'document'
  join course_version o on o.id = t.course_version_id
  join course_version v on v.id = p_version
  join activity n on n.course_version_id = v.id and n.lineage_id = d.lineage_id and n.file_sha256 <> d.file_sha256
  join course_version m on m.course_id = v.course_id and m.number > o.number and m.number <= v.number
  join activity x on x.course_version_id = m.id and x.lineage_id = d.lineage_id
  where t.id = p_attempt and (x.read_again = 'everyone' or (x.read_again = 'unfinished' and not exists (
    select from ledger_entry l where l.person_id = t.person_id and l.course_id = t.course_id and l.kind = 'completion'
      and l.recorded_at >= t.done_at and l.recorded_at <= m.published_at)))
$$;

-- As before, and: what has to be read again is not done.
create or replace function done_in_edition(p_person uuid, p_version uuid, p_since timestamptz)
returns table (activity_id uuid, attempt_id uuid, done_at timestamptz) language sql stable as $$
  select distinct on (a.id) a.id, t.id, t.done_at
  from activity a
  join course_version v on v.id = a.course_version_id
  join attempt t on t.person_id = p_person and t.course_id = v.course_id and t.state = 'done' and t.done_at > p_since
  join activity d on d.id = t.activity_id
  where a.course_version_id = p_version and (
    d.id = a.id
    or (d.lineage_id = a.lineage_id and d.kind = a.kind and edition_of(t.course_version_id) = edition_of(p_version)
      and (d.kind <> 'document' or read_again_since(t.id, p_version) is null)))
  order by a.id, d.id = a.id desc, t.done_at desc
$$;

-- A new revision is a reason to owe a course once more, for as long as the reason that the course was owed for stands.
alter table assignment_reason add column activity_id uuid references activity;
alter table assignment_reason drop constraint assignment_reason_kind_check;
alter table assignment_reason add constraint assignment_reason_kind_check check (
  kind in ('path', 'self', 'rule', 'person', 'revision') and (kind = 'revision') = (activity_id is not null));
create index assignment_reason_activity_idx on assignment_reason (activity_id) where activity_id is not null;

-- Whether a person owes a course again because of a new revision in it.
create function reopened(p_person uuid, p_course uuid) returns boolean language sql stable as $$
  select exists (
    select from assignment a join assignment_reason r on r.assignment_id = a.id and r.kind = 'revision' and r.ended_at is null
    where a.person_id = p_person and a.course_id = p_course and a.state = 'open')
$$;

/*
 * Everybody from whom a course is required, whose completion counts today, and who acknowledged an earlier revision of a
 * document of which this version's author wants everyone to read the new one: owed once more, by a day. Where the renewal
 * stands open for later, that is what is owed sooner. Answers how many. Called again it finds nobody new.
 */
create function reopen_for_revisions(p_version uuid, p_today date, p_due date, p_at timestamptz) returns int language plpgsql as $$
declare
  v_count int;
  v_persons uuid[];
  v_course uuid;
begin
  with who as materialized (
    select distinct on (t.person_id) t.person_id, v.course_id, x.id as activity_id, l.id as last_id, l.cycle, l.ahead,
      case when l.ahead then l.id else gen_random_uuid() end as id
    from activity x
    join course_version v on v.id = x.course_version_id
    join course_version n on n.course_id = v.course_id and n.state = 'published' and edition_of(n.id) = edition_of(v.id)
    join attempt t on t.course_id = v.course_id and t.state = 'done'
    join activity d on d.id = t.activity_id and d.lineage_id = x.lineage_id
    join standing_dates s on s.person_id = t.person_id and s.course_id = v.course_id
    join lateral (
      select a.id, a.cycle, a.state = 'open' as ahead from assignment a
      where a.person_id = t.person_id and a.course_id = v.course_id
      order by a.cycle desc limit 1
    ) l on true
    where x.course_version_id = p_version and x.read_again = 'everyone'
      and s.required and s.ever_completed and (s.lifetime or s.valid_until >= p_today)
      and edition_of(t.course_version_id) = edition_of(v.id) and read_again_since(t.id, n.id) is not null
      and exists (select from ledger_entry e where e.person_id = t.person_id and e.course_id = t.course_id
        and e.kind = 'completion' and e.recorded_at >= t.done_at)
      and not exists (
        select from attempt k join activity y on y.id = k.activity_id
        join activity z on z.course_version_id = n.id and z.lineage_id = y.lineage_id and z.file_sha256 = y.file_sha256
        where k.person_id = t.person_id and k.state = 'done' and y.lineage_id = x.lineage_id)
      and not exists (
        select from assignment a where a.person_id = t.person_id and a.course_id = v.course_id and a.state = 'open'
          and (a.follows_on is null or a.opens_on <= p_today))
      and not exists (
        select from assignment_reason r join assignment a on a.id = r.assignment_id
        where r.activity_id = x.id and a.person_id = t.person_id)
      and (not exists (select from assignment_reason r where r.assignment_id = l.id)
        or exists (select from assignment_reason r where r.assignment_id = l.id and r.ended_at is null))
    order by t.person_id, x.position
  ), owed as (
    insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, created_at)
    select id, person_id, course_id, cycle + 1, p_due, p_today, p_at from who where not ahead order by person_id
  ), why as (
    insert into assignment_reason (id, assignment_id, kind, path_enrolment_id, activity_id, due_on, opens_on, since)
    select gen_random_uuid(), o.id, 'revision', r.path_enrolment_id, o.activity_id, p_due, p_today, p_at
    from who o left join assignment_reason r on r.assignment_id = o.last_id and r.ended_at is null
  )
  select count(*)::int, array_agg(person_id), min(course_id::text)::uuid into v_count, v_persons, v_course from who;
  if v_count > 0 then
    perform date_assignments(v_persons, array[v_course]);
  end if;
  return v_count;
end
$$;

/*
 * As before, and: whoever owes a course again for a new revision is on what is published; a document that was opened and is
 * to be read anew holds nobody on an earlier version.
 */
create or replace function learner_version(p_person uuid, p_course uuid, p_today date) returns uuid language plpgsql stable as $$
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
    if v_published.id is null or not reopened(p_person, p_course) then
      select l.course_version_id into v_valid
        from ledger_entry l join standing_dates s on s.person_id = l.person_id and s.course_id = l.course_id
        where l.person_id = p_person and l.course_id = p_course and l.kind = 'completion' and l.recorded_at = v_since
          and coalesce(s.window_from > p_today, s.lifetime)
          and exists (select from attempt t where t.person_id = p_person and t.course_version_id = l.course_version_id)
        limit 1;
    end if;
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
  select exists (
    select from attempt t
    where t.person_id = p_person and t.course_version_id = v_on.id and t.state = 'open'
      and read_again_since(t.id, v_published.id) is null
  ) into v_open;
  return case when v_open then v_on.id else v_published.id end;
end
$$;

-- As before, and: a course that is owed again for a new revision counts with what its completion stood on.
create or replace function counted_since(p_person uuid, p_course uuid, p_today date) returns timestamptz language sql stable as $$
  select case
    when exists (select from standing_dates s where s.person_id = p_person and s.course_id = p_course
      and (coalesce(s.window_from > p_today, s.lifetime) or ((s.lifetime or s.valid_until >= p_today) and reopened(p_person, p_course)))) then '-infinity'::timestamptz
    else coalesce((select max(l.recorded_at) from ledger_entry l
      where l.person_id = p_person and l.course_id = p_course and l.kind = 'completion'), '-infinity')
  end
$$;

/*
 * As before, and: not while a document that stands behind it has to be read again in what is published by now. A course that
 * was owed again for a new revision is completed with what its last completion stood on, and then counts no longer than that
 * one: reading a page again renews nothing.
 */
create or replace function complete_course_if_done(
  p_person uuid, p_attempt uuid, p_course uuid, p_course_version uuid, p_completed_on date, p_source text, p_private jsonb,
  p_at timestamptz
) returns boolean language plpgsql as $$
declare
  v_since timestamptz;
  v_last timestamptz;
  v_card_ends date;
  v_ends date;
begin
  -- Two activities finished at once: the second waits here and then sees the first. Both may be of different versions.
  perform pg_advisory_xact_lock(hashtextextended(p_person::text || p_course::text, 11));
  select coalesce(max(l.recorded_at), '-infinity') into v_last from ledger_entry l
    where l.person_id = p_person and l.course_id = p_course and l.kind = 'completion';
  v_since := case when reopened(p_person, p_course) then counted_since(p_person, p_course, (p_at at time zone 'Europe/London')::date) else v_last end;
  if exists (
    select from activity a where a.course_version_id = p_course_version
      and a.id not in (select d.activity_id from done_in_edition(p_person, p_course_version, v_since) d)
  ) or exists (
    select from course_version n, done_in_edition(p_person, p_course_version, v_since) d
    where n.course_id = p_course and n.state = 'published' and edition_of(n.id) = edition_of(p_course_version)
      and read_again_since(d.attempt_id, n.id) is not null
  ) then
    return false;
  end if;
  if exists (
    select from activity a where a.course_version_id = p_course_version
      and a.id not in (select d.activity_id from done_in_edition(p_person, p_course_version, v_last) d)
  ) then
    select s.valid_until into v_ends from standing_dates s where s.person_id = p_person and s.course_id = p_course;
  else
    select min(k.expires_on) into v_card_ends
      from done_in_edition(p_person, p_course_version, v_since) d
      join evidence_check k on k.attempt_id = d.attempt_id and k.outcome = 'accepted';
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
