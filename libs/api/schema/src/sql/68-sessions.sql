-- Sessions: classrooms, webinars and toolbox talks; who is booked, who waits, who was there. (`session` is a sign-in.)

create table training_session (
  id uuid primary key,
  version int not null default 1,
  course_id uuid not null references course,
  -- What is done there: recorded in person, of the version that was published when it was planned.
  activity_id uuid not null references activity,
  form text not null check (form in ('classroom', 'webinar', 'toolbox-talk')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null default '',
  join_url text,
  note text not null default '',
  -- Null: as many as like.
  capacity int check (capacity > 0),
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  planned_by uuid not null references person,
  planned_at timestamptz not null,
  cancelled_by uuid references person,
  cancelled_at timestamptz,
  cancel_reason text,
  closed_by uuid references person,
  closed_at timestamptz,
  check (starts_at < ends_at),
  check (place <> '' or join_url is not null),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check ((state = 'held') = (closed_at is not null))
);
create index training_session_starts_idx on training_session (starts_at, id);
create index training_session_course_idx on training_session (course_id, starts_at);

create table session_trainer (
  id uuid primary key,
  session_id uuid not null references training_session,
  person_id uuid not null references person,
  unique (session_id, person_id)
);
create index session_trainer_person_idx on session_trainer (person_id);

-- Whose people can be booked, with the tiers below; none: the whole Alliance's.
create table session_organisation (
  session_id uuid not null references training_session,
  organisation_id uuid not null references organisation,
  primary key (session_id, organisation_id)
);

-- Somebody's place in a session or on its waiting list. It is never deleted: who books again has another one.
create table session_booking (
  id uuid primary key,
  version int not null default 1,
  session_id uuid not null references training_session,
  person_id uuid not null references person,
  -- The employment under which they come: its employer sees it, and no other.
  engagement_id uuid not null references engagement,
  state text not null check (state in ('booked', 'waiting', 'cancelled')),
  -- The order in which people came: the lowest that waits is next.
  queue int not null,
  -- What was sent once is booked once.
  key uuid not null,
  booked_by uuid not null references person,
  booked_at timestamptz not null,
  moved_up_at timestamptz,
  walk_in boolean not null default false,
  cancelled_by uuid references person,
  cancelled_at timestamptz,
  cancel_reason text not null default '',
  attendance text check (attendance in ('present', 'absent')),
  marked_by uuid references person,
  marked_at timestamptz,
  -- What the closed register recorded.
  attempt_id uuid references attempt,
  unique (session_id, queue),
  check ((state = 'cancelled') = (cancelled_at is not null))
);
create unique index session_booking_once_key on session_booking (session_id, person_id) where state <> 'cancelled';
create index session_booking_person_idx on session_booking (person_id);
create index session_booking_engagement_idx on session_booking (engagement_id);

-- That somebody was there, by themselves: the code of the trainer's screen, or their name and hand on the trainer's device.
create table session_signature (
  booking_id uuid primary key references session_booking,
  how text not null check (how in ('code', 'signature')),
  name text not null default '',
  -- An SVG path.
  drawing text,
  signed_at timestamptz not null,
  -- Who was signed in on the device.
  device_of uuid not null references person
);
comment on table session_signature is 'Append-only.';

-- Codes that somebody typed and that were not the one on the screen.
create table session_wrong_code (
  session_id uuid not null references training_session,
  person_id uuid not null references person,
  times int not null,
  primary key (session_id, person_id)
);

create trigger training_session_history after insert or update or delete on training_session
  for each row execute function record_history('training session');
create trigger session_booking_history after insert or update or delete on session_booking
  for each row execute function record_history('session booking');

-- Whether people of an organisation can be booked.
create function session_is_open_to(p_session uuid, p_organisation uuid) returns boolean language sql stable as $$
  select not exists (select from session_organisation s where s.session_id = p_session) or exists (
    select from session_organisation s cross join lateral organisation_and_below(s.organisation_id) o(id)
    where s.session_id = p_session and o.id = p_organisation)
$$;

-- What is coming for people: booked or waiting, of sessions that are planned and not over. Published for other features.
create view coming_booking as
select b.id, b.person_id, b.engagement_id, b.session_id, b.state, s.course_id, s.starts_at, s.ends_at, s.form, s.place,
  (s.starts_at at time zone 'Europe/London')::date as on_date,
  case when b.state = 'waiting' then (
    select count(*)::int from session_booking o where o.session_id = b.session_id and o.state = 'waiting' and o.queue <= b.queue) end as turn
from session_booking b join training_session s on s.id = b.session_id
where b.state <> 'cancelled' and s.state = 'planned';

/*
 * Gives places that are free to those who wait, in order, and tells them; answers how many moved up. Once a session has
 * begun nobody moves any more.
 */
create function fill_session(p_session uuid, p_at timestamptz) returns int language plpgsql as $$
declare
  s training_session;
  v_free int;
  v_moved int;
begin
  select * into s from training_session where id = p_session for update;
  if s.state <> 'planned' or s.starts_at <= p_at then
    return 0;
  end if;
  -- Null without a limit: then nobody waits.
  select s.capacity - count(*) into v_free from session_booking b where b.session_id = p_session and b.state = 'booked';
  with next as (
    select id from session_booking where session_id = p_session and state = 'waiting' order by queue
    limit case when s.capacity is not null then greatest(v_free, 0) end
  ), moved as (
    update session_booking b set state = 'booked', moved_up_at = p_at, version = b.version + 1 from next where b.id = next.id returning b.*
  ), told as (
    insert into outbox_event (at, type, person_id, payload)
    select p_at, 'booking.moved-up', m.person_id, jsonb_build_object('bookingId', m.id) from moved m order by m.queue
  )
  select count(*) into v_moved from moved;
  return v_moved;
end
$$;

-- ---- recorded in person, of many at once ----

/*
 * A trainer writes down who did something, in one statement for all: whether it was recorded, in their order; false where it
 * was recorded for that day already. Onto the same thing to do in the version that each of them is on. What was taken back
 * can be recorded again.
 */
create function record_people_in_person(p_ids uuid[], p_attempts uuid[], p_persons uuid[], p_activity uuid, p_recorder uuid,
  p_completed_on date, p_note text, p_at timestamptz) returns boolean[] language plpgsql as $$
declare
  v_today date := (p_at at time zone 'Europe/London')::date;
  v_activities uuid[];
  v_new int[];
  v_done activity_done[];
begin
  select array_agg(coalesce((select a.id from activity a where a.id = activity_for(k.person_id, p_activity, v_today) and a.kind = 'in-person'),
      p_activity) order by k.place)
    into v_activities from unnest(p_persons) with ordinality k(person_id, place);
  -- The same lock as the player's, of all in one order.
  perform pg_advisory_xact_lock(hashtextextended(k.person_id::text || k.activity_id::text, 13))
  from (select * from unnest(p_persons, v_activities) u(person_id, activity_id) order by 1, 2) k;
  select array_agg(k.place::int order by k.place) into v_new
  from unnest(p_persons, v_activities) with ordinality k(person_id, activity_id, place)
  where not exists (
    select from in_person_record r join attempt t on t.id = r.attempt_id
    where t.person_id = k.person_id and t.activity_id = k.activity_id and r.completed_on = p_completed_on
      and r.recorded_at > coalesce((
        select max(x.recorded_at) from ledger_entry x join ledger_entry l on l.person_id = x.person_id and l.seq = x.revokes_seq
        where x.person_id = any (persons_as(k.person_id)) and x.kind = 'revocation' and l.course_id = t.course_id), '-infinity'));
  insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, state, started_at, done_at, updated_at, percent)
  select p_attempts[n.place], p_persons[n.place], a.id, v.id, v.course_id,
    (select coalesce(max(t.number), 0) + 1 from attempt t where t.person_id = p_persons[n.place] and t.activity_id = a.id),
    'done', p_at, p_at, p_at, 100
  from unnest(v_new) n(place) join activity a on a.id = v_activities[n.place] join course_version v on v.id = a.course_version_id;
  insert into in_person_record (id, attempt_id, person_id, recorded_by, completed_on, note, recorded_at)
  select p_ids[n.place], p_attempts[n.place], p_persons[n.place], p_recorder, p_completed_on, p_note, p_at from unnest(v_new) n(place);
  select array_agg((t.person_id, t.id, t.course_id, t.course_version_id, p_completed_on, 'manual',
      jsonb_build_object('recordedBy', p_recorder) || case when p_note = '' then '{}'::jsonb else jsonb_build_object('note', p_note) end
    )::activity_done order by t.person_id)
    into v_done from unnest(v_new) n(place) join attempt t on t.id = p_attempts[n.place];
  if v_done is not null then
    perform complete_courses_if_done(v_done, p_at);
  end if;
  return array(select coalesce(k.place = any (v_new), false) from generate_subscripts(p_persons, 1) k(place) order by k.place);
end
$$;

-- One of them: the same.
create or replace function record_in_person(
  p_id uuid, p_attempt uuid, p_activity uuid, p_person uuid, p_recorder uuid, p_completed_on date, p_note text, p_at timestamptz
) returns boolean language sql as $$
  select (record_people_in_person(array[p_id], array[p_attempt], array[p_person], p_activity, p_recorder, p_completed_on, p_note, p_at))[1]
$$;

-- ---- what others say of it ----

do $do$
declare
  v_was text;
  v_is text;
begin
  -- Two entries that are one person: their bookings are that person's. Of two for one session the one that came first stays.
  v_was := pg_get_functiondef('merge_rows(uuid, uuid)'::regprocedure);
  v_is := replace(v_was, '  union all select ''notice'',', '  union all select ''session_booking'', x.id, jsonb_build_object(''person_id'', x.person_id,
      ''state'', x.state, ''cancelled_at'', x.cancelled_at, ''cancel_reason'', x.cancel_reason)
    from session_booking x where x.person_id in (p_from, p_into)
  union all select ''session_trainer'', x.id, jsonb_build_object(''person_id'', x.person_id)
    from session_trainer x where x.person_id in (p_from, p_into)
  union all select ''notice'',');
  if v_is = v_was then
    raise exception 'a merge carries no bookings';
  end if;
  execute v_is;
  v_was := pg_get_functiondef('merge_people(uuid, uuid, uuid, uuid, date, text, date, timestamptz)'::regprocedure);
  v_is := replace(v_was, '  perform merge_assignments(', '  perform merge_bookings(p_from, p_into, p_at);
  perform merge_assignments(');
  if v_is = v_was then
    raise exception 'a merge carries no bookings';
  end if;
  execute v_is;
  v_was := pg_get_functiondef('follow_engagements(uuid, uuid, date, timestamptz)'::regprocedure);
  v_is := replace(v_was, '  update rule_exception x set person_id', '  update session_booking b set person_id = e.person_id from engagement e
  where e.id = b.engagement_id and e.person_id in (p_from, p_into) and b.person_id <> e.person_id;
  update rule_exception x set person_id');
  if v_is = v_was then
    raise exception 'bookings follow no employment';
  end if;
  execute v_is;
  -- What they are called in the audit log.
  v_was := pg_get_functiondef('name_of_thing(text, uuid)'::regprocedure);
  v_is := replace(v_was, '    when ''schedule'' then', '    when ''training session'' then (
      select c.title || '', '' || to_char(s.starts_at at time zone ''Europe/London'', ''FMDD Mon YYYY'')
      from training_session s join course c on c.id = s.course_id where s.id = p_id)
    when ''session booking'' then (
      select concat_ws('' '', p.given_name, p.family_name) || '', '' || c.title
      from session_booking b join person p on p.id = b.person_id join training_session s on s.id = b.session_id
      join course c on c.id = s.course_id where b.id = p_id)
    when ''schedule'' then');
  if v_is = v_was then
    raise exception 'a session has no name';
  end if;
  execute v_is;
end
$do$;

create function merge_bookings(p_from uuid, p_into uuid, p_at timestamptz) returns void language plpgsql as $$
declare
  v_freed uuid[];
begin
  -- Whoever books holds the session first.
  perform from training_session s where s.id in (
    select b.session_id from session_booking b where b.person_id in (p_from, p_into) and b.state <> 'cancelled') order by s.id for update;
  with twice as (
    select distinct on (b.session_id) b.id, b.session_id
    from session_booking b
    where b.person_id in (p_from, p_into) and b.state <> 'cancelled'
      and exists (select from session_booking o where o.session_id = b.session_id and o.person_id in (p_from, p_into)
        and o.person_id <> b.person_id and o.state <> 'cancelled')
    -- Who has a place keeps it, and what was signed stays.
    order by b.session_id, exists (select from session_signature g where g.booking_id = b.id), b.state = 'booked', b.queue desc
  ), gone as (
    update session_booking b set state = 'cancelled', cancelled_at = p_at, cancel_reason = 'merged', version = b.version + 1
    from twice t where b.id = t.id returning b.session_id
  )
  select array_agg(session_id order by session_id) into v_freed from gone;
  update session_booking set person_id = p_into where person_id = p_from;
  update session_trainer t set person_id = p_into where person_id = p_from
    and not exists (select from session_trainer o where o.session_id = t.session_id and o.person_id = p_into);
  perform fill_session(x.id, p_at) from unnest(v_freed) x(id);
end
$$;
