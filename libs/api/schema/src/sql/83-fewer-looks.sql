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
