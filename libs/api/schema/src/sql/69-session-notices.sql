-- What people are told of sessions: within the app at once, and in the one mail of the day.

alter table reminder
  drop constraint reminder_kind_check,
  drop constraint reminder_step_check,
  add constraint reminder_kind_check check (kind in ('course', 'task', 'decision', 'session')),
  -- Of a session: the day before it; and news that stand under Notices and were not read.
  add constraint reminder_step_check check (step in ('window', 'soon-14', 'soon-3', 'overdue-1', 'overdue-7', 'escalated', 'waiting',
    'still-waiting', 'day-before', 'news'));

-- ---- published by sessions ----

-- The first day on which somebody has a place in a session of a course; null without one. Who waits has none.
create function booked_on(p_person uuid, p_course uuid, p_today date) returns date language sql stable as $$
  select min(b.on_date) from coming_booking b
  where b.person_id = p_person and b.course_id = p_course and b.state = 'booked' and b.on_date >= p_today
$$;

-- A booking in the words of a notice: when and where in one, and how it stands now.
create view told_booking as
select b.id, b.person_id, b.engagement_id, b.state, s.state as session_state, c.title,
  (s.starts_at at time zone 'Europe/London')::date as on_date,
  concat_ws(', ', to_char(s.starts_at at time zone 'Europe/London', 'HH24:MI'), nullif(s.place, '')) as time_and_place,
  b.cancel_reason,
  case when b.state = 'waiting' then (
    select count(*)::int from session_booking o where o.session_id = b.session_id and o.state = 'waiting' and o.queue <= b.queue) end as turn
from session_booking b join training_session s on s.id = b.session_id join course c on c.id = s.course_id;

-- What is to be told of sessions on a day: those of tomorrow, and news that nobody has read within the app.
create function session_reminders(p_today date) returns table (
  person_id uuid, engagement_id uuid, thing_id uuid, deadline date, step text, title text, what text, urgent boolean
) language sql stable rows 200 as $$
  select t.person_id, t.engagement_id, t.id, t.on_date, 'day-before', concat_ws(', ', t.title, t.time_and_place), 'session-tomorrow', true
  from coming_booking b join told_booking t on t.id = b.id
  where b.state = 'booked' and b.on_date = p_today + 1
  union all
  select n.person_id, b.engagement_id, n.id, (n.about ->> 'date')::date, 'news',
    concat_ws(case n.kind when 'booking-cancelled' then ': ' else ', ' end, n.about ->> 'title', nullif(n.about ->> 'what', '')), n.kind,
    (n.about ->> 'date')::date <= p_today + 3
  from notice n join session_booking b on b.id = (n.about ->> 'bookingId')::uuid
  where n.kind in ('booked', 'moved-up', 'session-changed', 'booking-cancelled') and n.read_at is null
    and n.at > p_today - 3 and (n.about ->> 'date')::date >= p_today
$$;

-- ---- of notifications ----

do $do$
declare
  v_was text := pg_get_functiondef('reminders_due(date)'::regprocedure);
  v_is text;
begin
  -- Who has a place in a session before a course is due is not asked to see to it.
  v_is := replace(v_was, E'    where not exists (\n      select from reminder r\n      where r.person_id = c.person_id and r.kind = ''course''',
    E'    where not (c.step in (''window'', ''soon-14'', ''soon-3'') and exists (
      select from coming_booking b
      where b.person_id = c.person_id and b.course_id = c.course_id and b.state = ''booked'' and b.on_date between p_today and c.deadline))
    and not exists (\n      select from reminder r\n      where r.person_id = c.person_id and r.kind = ''course''');
  if v_is = v_was then
    raise exception 'who is booked is reminded';
  end if;
  v_was := v_is;
  v_is := replace(v_is, E'  ), found as (\n', E'  ), session_rows as (
    select case when w.reachable then x.person_id else coalesce(l.coordinator, x.person_id) end as told_id, x.*
    from session_reminders(p_today) x
    join at_work w on w.person_id = x.person_id
    left join leads l on not w.reachable and l.engagement_id = x.engagement_id
    where not exists (
      select from reminder r
      where r.person_id = x.person_id and r.kind = ''session'' and r.thing_id = x.thing_id and r.step = x.step and r.deadline = x.deadline
    )
  ), found as (\n');
  if v_is = v_was then
    raise exception 'nobody is reminded of sessions';
  end if;
  v_was := v_is;
  v_is := replace(v_is, E'    from decision_rows d\n  )', E'    from decision_rows d
    union all
    select s.told_id, s.person_id, ''session'', s.thing_id, s.deadline, s.step,
      case when s.told_id <> s.person_id then ''people'' else ''training'' end, s.title, s.what, 0, null, s.urgent
    from session_rows s\n  )');
  if v_is = v_was then
    raise exception 'nobody is told of sessions';
  end if;
  execute v_is;
end
$do$;
