-- What a completion looks at and writes twice, once.

-- ---- what is looked at ----

/*
 * As before (the domain's `countsUntil`, which a test holds it to), as a function that keeps its plans: called for each
 * completion, a statement was begun each time. Only fixed dates need one.
 */
create or replace function counts_until(recurrence jsonb, completed_on date, previous_until date) returns date
language plpgsql immutable as $$
declare
  v_anchor text := recurrence ->> 'anchor';
  v_months int := (recurrence ->> 'months')::int;
  v_from date;
begin
  if v_anchor = 'fixed-dates' then
    v_from := completed_on + (recurrence ->> 'minActiveDays')::int;
    return (
      select min(x.day) from (
        select least(
          make_date(y, split_part(d, '-', 1)::int, 1) + split_part(d, '-', 2)::int - 1,
          (make_date(y, split_part(d, '-', 1)::int, 1) + interval '1 month')::date - 1) as day
        from jsonb_array_elements_text(recurrence -> 'dates') d,
          generate_series(extract(year from v_from)::int, extract(year from v_from)::int + 1) y
      ) x where x.day >= v_from);
  elsif v_anchor = 'previous-expiry' and completed_on between previous_until - (recurrence ->> 'windowDays')::int and previous_until then
    return greatest(valid_until(completed_on, v_months), valid_until(previous_until + 1, v_months));
  end if;
  return valid_until(completed_on, v_months);
end
$$;

/* As before (the domain's `askedAgain`); the assignment is read once. */
create or replace function renewals_of(p_assignment uuid) returns table (
  reason_id uuid, due_on date, opens_on date, completed_on date
) language sql stable as $$
  with asking as (
    select r.id, r.kind, case when a.state = 'closed' and a.follows_on is not null then r.due_on else r.renews_until end as renews_until,
      coalesce(r.not_before, case when a.closed_why = 'already-valid' and a.follows_on is null then r.due_on end) as not_before,
      case when coalesce(r.rule_version_id, n.rule_version_id) is null then '{"kind": "course"}'
        else recurrence_of_rule(coalesce(r.rule_version_id, n.rule_version_id)) end as how,
      d.completed_on, d.valid_until, d.window_from
    from assignment a
    join assignment_reason r on r.assignment_id = a.id
    left join path_enrolment n on n.id = r.path_enrolment_id
    cross join lateral (
      select max(l.completed_on) as completed_on,
        case when not bool_or(l.valid_until is null) then max(l.valid_until) end as valid_until,
        max(l.valid_until - v.renewal_window_days) as window_from
      from completions_of(a.person_id, a.course_id) l join course_version v on v.id = l.course_version_id
    ) d
    where a.id = p_assignment and r.ended_at is null and r.kind not in ('self', 'revision') and d.completed_on is not null
  ), dates as (
    select id, completed_on, window_from, (how #>> '{recurrence,windowDays}')::int as window_days,
      case when how ->> 'kind' = 'own'
        then greatest(counts_until(how -> 'recurrence', completed_on, renews_until), not_before) end as by_rule,
      case when how ->> 'kind' = 'course' or (how ->> 'kind' = 'own' and kind = 'path') then valid_until end as by_course
    from asking
  )
  select id, least(by_rule, by_course), least(
      case when by_rule <= coalesce(by_course, by_rule) then by_rule - window_days end,
      case when by_course <= coalesce(by_rule, by_course) then window_from end), completed_on
  from dates where by_rule is not null or by_course is not null
$$;

/** Locks where people's chains end, in one order, and begins those that there are none of. */
create or replace function lock_ledger_heads(p_persons uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_there int;
begin
  perform from ledger_head h where h.person_id = any (p_persons) order by h.person_id for update;
  get diagnostics v_there = row_count;
  if v_there = cardinality(p_persons) then
    return;
  end if;
  insert into ledger_head (person_id, seq, hash)
  select distinct p.id, 0, decode(repeat('00', 32), 'hex') from unnest(p_persons) p(id)
  where not exists (select from ledger_head h where h.person_id = p.id) order by 1
  on conflict do nothing;
  perform from ledger_head h where h.person_id = any (p_persons) order by h.person_id for update;
end
$$;

-- ---- keys ----

-- The version of an entry is one of its course: one key says more than the two did, and is looked up once.
create unique index course_version_of_course_key on course_version (id, course_id);
alter table ledger_entry add constraint ledger_entry_version_fkey
  foreign key (course_version_id, course_id) references course_version (id, course_id);
alter table ledger_entry drop constraint ledger_entry_course_version_id_fkey;
alter table ledger_entry drop constraint ledger_entry_course_id_fkey;
-- Whose attempt and whose entry it is stands there, with keys of their own; a test holds them to it.
alter table acknowledgement drop constraint acknowledgement_person_id_fkey;
alter table certificate drop constraint certificate_person_id_fkey;

-- Only of what a path asks for.
drop index assignment_reason_enrolment_idx;
create index assignment_reason_enrolment_idx on assignment_reason (path_enrolment_id) where path_enrolment_id is not null;

-- Room beside rows that are written again, so that their indexes learn nothing of it.
alter table attempt set (fillfactor = 80);
alter table standing_dates set (fillfactor = 80);

-- ---- who asks ----

/*
 * What a completion ends is begun anew for the same engagement and course: who asks stays what it was. Whose dates change with
 * it is put on the list with the standing.
 */
drop trigger assignment_reason_touch on assignment_reason;
create trigger assignment_reason_touch after insert on assignment_reason referencing new table as new_rows
  for each statement when (coalesce(current_setting('lms.standing_follows', true), '') = '') execute function touch_asked();
drop trigger assignment_reason_touch_updated on assignment_reason;
create trigger assignment_reason_touch_updated after update on assignment_reason
  referencing old table as old_rows new table as new_rows
  for each statement when (coalesce(current_setting('lms.standing_follows', true), '') = '') execute function touch_asked();

/* As before; whose dates move is found together with what is open. */
create or replace function close_fulfilled_assignments() returns trigger language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_open uuid[];
  v_closes boolean[];
  v_own boolean[];
  v_fulfilled uuid[];
  v_at timestamptz;
  v_dated uuid[];
  v_dated_courses uuid[];
begin
  -- There is one that is open of each, or none. What is opened next has its dates; they move for what stays open, and with leave.
  select array_agg(x.id), array_agg(x.closes), array_agg(x.own_wish), max(x.recorded_at),
      array_agg(x.person_id) filter (where x.dates_move), array_agg(x.course_id) filter (where x.dates_move)
    into v_open, v_closes, v_own, v_at, v_dated, v_dated_courses
    from (
      select a.id, a.person_id, a.course_id, n.recorded_at, k.own_wish, c.closes,
        not c.closes or exists (
          select from engagement e join leave_of_absence l on l.engagement_id = e.id where e.person_id = a.person_id) as dates_move
      from new_rows n
      join assignment a on a.person_id = n.person_id and a.course_id = n.course_id and a.state = 'open'
      cross join lateral (
        select bool_and(r.kind = 'self') as own_wish, coalesce(bool_or(r.kind = 'revision'), false) as revision
        from assignment_reason r where r.assignment_id = a.id and r.ended_at is null) k
      cross join lateral (
        select (a.follows_on is null or a.follows_on < n.completed_on or k.revision)
          and (n.valid_until is null or n.valid_until >= (n.recorded_at at time zone 'Europe/London')::date) as closes) c
      where n.kind = 'completion') x;
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
  for i in 1 .. coalesce(cardinality(v_dated), 0) loop
    perform date_assignments(array[v_dated[i]], array[v_dated_courses[i]]);
  end loop;
  perform set_config('lms.standing_follows', '', true);
  return null;
end
$$;
