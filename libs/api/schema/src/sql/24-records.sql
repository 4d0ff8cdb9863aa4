-- Corrections, certificates, anchors, and what whoever is not the person sees of their record.

/*
 * Takes a completion back by a new fact; null when that has been done already. Everything that follows (what is owed
 * again, standing, routes) follows from the fact, by triggers, in the same transaction.
 */
create function revoke_completion(p_person uuid, p_entry int, p_reason_code text, p_private jsonb, p_at timestamptz)
returns int language plpgsql as $$
declare
  v_course uuid;
  v_seq int;
begin
  -- The head is locked first, so that two people who take back the same entry are one after the other.
  perform 1 from ledger_head where person_id = p_person for update;
  select course_id into v_course from ledger_entry where person_id = p_person and seq = p_entry and kind = 'completion';
  if v_course is null then
    raise exception 'entry % is no completion', p_entry;
  end if;
  if exists (select from ledger_entry where person_id = p_person and kind = 'revocation' and revokes_seq = p_entry) then
    return null;
  end if;
  v_seq := append_to_ledger(p_person, 'revocation', p_at,
    '{"entry":' || p_entry || ',"reasonCode":' || to_json(p_reason_code) || '}', p_private,
    null, null, null, null, null, null, p_entry);
  insert into outbox_event (at, type, person_id, payload)
    values (p_at, 'completion.revoked', p_person, jsonb_build_object('personId', p_person, 'courseId', v_course));
  return v_seq;
end
$$;

create function is_revoked(p_person uuid, p_seq int) returns boolean language sql stable as $$
  select exists (select from ledger_entry r where r.person_id = p_person and r.kind = 'revocation' and r.revokes_seq = p_seq)
$$;

/*
 * The other way round of `settle_choices`: where a choice is not made any more, its other steps are asked for again.
 */
create function unsettle_choices(p_person uuid, p_course uuid, p_today date) returns void language plpgsql as $$
declare
  v_courses uuid[];
begin
  with unmade as (
    select n.id as enrolment_id, c.id as choice_id
    from path_enrolment n
    join path_stage g on g.path_version_id = n.path_version_id
    join path_choice c on c.stage_id = g.id
    join path_step s on s.choice_id = c.id
    left join standing_dates d on d.person_id = n.person_id and d.course_id = s.course_id
    left join path_task t on t.path_enrolment_id = n.id and t.step_key = s.key
    where n.person_id = p_person and n.state = 'open'
      and exists (select from path_step x where x.choice_id = c.id and x.course_id = p_course)
    group by n.id, c.id
    having count(*) filter (where t.done_on is not null
      or d.ever_completed and (d.lifetime or d.valid_until >= p_today or d.completed_on >= n.given_on)) < least(c.need, count(*))
  ), back as (
    update assignment_reason r set ended_at = null, ended_why = null
    from unmade m, path_step s, assignment a
    where s.choice_id = m.choice_id and r.path_enrolment_id = m.enrolment_id and r.path_step_id = s.id
      and r.ended_why = 'choice-made' and a.id = r.assignment_id
    returning a.course_id
  )
  select array_agg(distinct course_id) into v_courses from back;
  update assignment a set state = 'open', closed_on = null, closed_why = null
  where a.person_id = p_person and a.course_id = any (v_courses) and a.state = 'closed' and a.closed_why = 'no-reason-left'
    and not exists (select from assignment n where n.person_id = p_person and n.course_id = a.course_id
      and (n.cycle > a.cycle or n.state = 'open'))
    and exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null);
end
$$;

create function unsettle_of_revocation() returns trigger language plpgsql as $$
begin
  perform unsettle_choices(l.person_id, l.course_id, (new.recorded_at at time zone 'Europe/London')::date) from ledger_entry l
  where l.person_id = new.person_id and l.seq = new.revokes_seq;
  return null;
end
$$;
-- In the order of the alphabet: what is owed ("reopens"), then the dates of standing ("standing_revoked"), then the choices
-- that read them.
create trigger ledger_entry_standing_unsettles after insert on ledger_entry
  for each row when (new.kind = 'revocation') execute function unsettle_of_revocation();

alter table course add column gives_certificate boolean not null default true;

/*
 * The serial of a certificate: eleven random symbols and one that checks them, in Crockford's 32 (no I, L, O, U). The
 * domain's `certificateCode` says the same, which a test holds this to.
 */
create function certificate_code(p_random uuid) returns text language plpgsql immutable as $$
declare
  v_symbols constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  v_bytes bytea := decode(replace(p_random::text, '-', ''), 'hex');
  v_code text := '';
  v_sum int := 0;
  v_value int;
  v_twice int;
  i int := 0;
  v_at int;
begin
  -- All bytes but those that hold the version and the variant of the number.
  foreach v_at in array array[0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12] loop
    v_value := get_byte(v_bytes, v_at) & 31;
    v_code := v_code || substr(v_symbols, v_value + 1, 1);
    -- Luhn's sum over 32: every second one twice, from the right, where the checking symbol will stand.
    v_twice := v_value * case when i % 2 = 0 then 2 else 1 end;
    v_sum := v_sum + v_twice / 32 + v_twice % 32;
    i := i + 1;
  end loop;
  return v_code || substr(v_symbols, (32 - v_sum % 32) % 32 + 1, 1);
end
$$;

create table certificate (
  person_id uuid not null references person,
  seq int not null,
  code text not null unique,
  primary key (person_id, seq)
);
comment on table certificate is 'Append-only. Whether it is valid, expired or revoked follows from the record.';

create function give_certificate() returns trigger language plpgsql as $$
begin
  insert into certificate (person_id, seq, code)
  select new.person_id, new.seq, certificate_code(gen_random_uuid())
  from course c where c.id = new.course_id and c.gives_certificate;
  return null;
end
$$;
create trigger ledger_entry_certificate after insert on ledger_entry
  for each row when (new.kind = 'completion') execute function give_certificate();

insert into certificate (person_id, seq, code)
select person_id, seq, certificate_code(gen_random_uuid()) from ledger_entry where kind = 'completion';

/*
 * What a certificate says on a day. `renewed_by` is the serial of the newest certificate of the same person and course
 * that was earned later and was not taken back.
 */
create function certificate_state(p_person uuid, p_seq int, p_today date)
returns table (state text, renewed_by text, renewed_on date) language sql stable as $$
  select case when is_revoked(l.person_id, l.seq) then 'revoked'
      when l.valid_until < p_today then 'expired' else 'valid' end, n.code, n.completed_on
  from ledger_entry l
  left join lateral (
    select c.code, m.completed_on
    from ledger_entry m join certificate c on c.person_id = m.person_id and c.seq = m.seq
    where m.person_id = l.person_id and m.course_id = l.course_id and m.kind = 'completion'
      and (m.completed_on, m.seq) > (l.completed_on, l.seq) and not is_revoked(m.person_id, m.seq)
    order by m.completed_on desc, m.seq desc limit 1
  ) n on true
  where l.person_id = p_person and l.seq = p_seq
$$;

-- The ends of all chains on a day, in a signed file that somebody else can keep.
create table ledger_anchor (
  day date primary key,
  at timestamptz not null,
  people int not null,
  entries int not null,
  sha256 text not null,
  size bigint not null
);
comment on table ledger_anchor is 'Append-only.';

-- The employments of a person through which somebody sees them: as their line manager, or as a coordinator.
create function seen_engagements(actor uuid, person uuid, today date) returns setof uuid language sql stable as $$
  select e.id
  from engagement e
  where e.person_id = person and (e.ends_on is null or e.ends_on >= today)
    and (
      e.line_manager_id = actor
      or e.line_manager_id in (select reports_of(actor, today))
      or exists (
        select from role_grant g
        left join engagement own on own.id = g.engagement_id
        cross join lateral organisation_and_below(g.organisation_id) o(id)
        where g.person_id = actor and g.role = 'coordinator' and o.id = e.organisation_id
          and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
          and (own.id is null or own.ends_on is null or own.ends_on >= today)
      )
    )
$$;

-- Whether somebody sees all of a person's record: the person, the People Team, auditors.
create function sees_whole_record(actor uuid, person uuid, today date) returns boolean language sql stable as $$
  select actor = person or holds_role(actor, '{people-team,auditor}', today)
$$;

/*
 * The courses of a person that some of their employments ask for, with the earliest date among those reasons alone: what
 * another employer asks for, and until when, stays out.
 */
create function courses_asked_by(p_person uuid, p_engagements uuid[]) returns table (course_id uuid, due_on date)
language sql stable as $$
  select a.course_id, min(r.due_on) filter (where a.state = 'open')
  from assignment a
  join assignment_reason r on r.assignment_id = a.id and r.ended_at is null
  left join path_enrolment n on n.id = r.path_enrolment_id
  where a.person_id = p_person and coalesce(r.engagement_id, n.engagement_id) = any (p_engagements)
  group by a.course_id
$$;

-- As before, and: what was taken back can be recorded again, for the same day too.
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
      where t.person_id = p_person and t.activity_id = a.id and r.completed_on = p_completed_on
        and r.recorded_at > coalesce((
          select max(x.recorded_at) from ledger_entry x join ledger_entry l on l.person_id = x.person_id and l.seq = x.revokes_seq
          where x.person_id = p_person and x.kind = 'revocation' and l.course_id = v_course), '-infinity')) then
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
