-- A rule that gives a path renews what the path gives by its own recurrence.

alter table assignment_reason
  -- Until it was done for this reason, its own rhythm asks for nothing before this day: an older completion can count.
  add column not_before date;

/*
 * When each reason that an assignment still has asks again, given what its person has completed: the domain's `askedAgain`.
 * A rule by its own recurrence; a path by that of the rule that gives it, and a course of it whose validity ends sooner by
 * that; everything else as the course says. A wish of one's own, a document's new revision, and what is asked once do not ask
 * again.
 */
create or replace function renewals_of(p_assignment uuid) returns table (
  reason_id uuid, due_on date, opens_on date, completed_on date
) language sql stable as $$
  with done as (
    select max(l.completed_on) as completed_on,
      case when not bool_or(l.valid_until is null) then max(l.valid_until) end as valid_until,
      max(l.valid_until - v.renewal_window_days) as window_from
    from assignment a, completions_of(a.person_id, a.course_id) l, course_version v
    where a.id = p_assignment and v.id = l.course_version_id
  ), asking as (
    select r.id, r.kind, case when a.state = 'closed' and a.follows_on is not null then r.due_on else r.renews_until end as renews_until,
      coalesce(r.not_before, case when a.closed_why = 'already-valid' and a.follows_on is null then r.due_on end) as not_before,
      case when coalesce(r.rule_version_id, n.rule_version_id) is null then '{"kind": "course"}'
        else recurrence_of_rule(coalesce(r.rule_version_id, n.rule_version_id)) end as how
    from assignment a
    join assignment_reason r on r.assignment_id = a.id
    left join path_enrolment n on n.id = r.path_enrolment_id
    where a.id = p_assignment and r.ended_at is null and r.kind not in ('self', 'revision')
  ), dates as (
    select k.id, d.completed_on, d.window_from, (k.how #>> '{recurrence,windowDays}')::int as window_days,
      case when k.how ->> 'kind' = 'own'
        then greatest(counts_until(k.how -> 'recurrence', d.completed_on, k.renews_until), k.not_before) end as by_rule,
      case when k.how ->> 'kind' = 'course' or (k.how ->> 'kind' = 'own' and k.kind = 'path') then d.valid_until end as by_course
    from asking k, done d where d.completed_on is not null
  )
  select id, least(by_rule, by_course), least(
      case when by_rule <= coalesce(by_course, by_rule) then by_rule - window_days end,
      case when by_course <= coalesce(by_rule, by_course) then window_from end), completed_on
  from dates where by_rule is not null or by_course is not null
$$;

/*
 * Opens what comes next: for every cycle that was fulfilled, is the newest, and still has a reason that asks again. The
 * reasons go on in the new cycle. Null courses are all.
 */
create or replace function open_next_cycles(p_persons uuid[], p_courses uuid[], p_at timestamptz) returns void language sql as $$
  with fulfilled as materialized (
    select a.* from assignment a
    where a.person_id = any (p_persons) and (p_courses is null or a.course_id = any (p_courses))
      and a.state = 'closed' and a.closed_why in ('completed', 'already-valid')
      and not exists (select from assignment n where n.person_id = a.person_id and n.course_id = a.course_id and n.cycle > a.cycle)
      and exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind <> 'self')
  ), due as materialized (
    select f.id as assignment_id, f.person_id, f.course_id, f.cycle + 1 as cycle, gen_random_uuid() as reason_id, n.reason_id as old_id,
      n.due_on, n.opens_on, n.completed_on
    from fulfilled f, renewals_of(f.id) n
  ), opened as (
    insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, follows_on, created_at)
    select gen_random_uuid(), person_id, course_id, cycle, min(due_on), min(opens_on), max(completed_on), p_at
    from due group by assignment_id, person_id, course_id, cycle order by person_id, course_id
    on conflict do nothing
    returning id, person_id, course_id
  ), carried as (
    insert into assignment_reason (id, assignment_id, kind, path_enrolment_id, path_step_id, engagement_id, rule_version_id,
      request_id, facts, due_on, opens_on, renews_until, not_before, since)
    select d.reason_id, o.id, r.kind, r.path_enrolment_id, r.path_step_id, r.engagement_id, r.rule_version_id,
      r.request_id, r.facts, d.due_on, d.opens_on,
      case when r.kind in ('rule', 'path') and f.follows_on is not null then r.due_on end,
      case when f.follows_on is null and f.closed_why = 'already-valid' then r.due_on end, p_at
    from opened o
    join due d on d.person_id = o.person_id and d.course_id = o.course_id
    join assignment_reason r on r.id = d.old_id
    join fulfilled f on f.id = d.assignment_id
    returning 1
  )
  update assignment_reason r set ended_at = p_at, ended_why = 'carried-over'
  from due d, opened o where r.id = d.old_id and o.person_id = d.person_id and o.course_id = d.course_id
$$;

/** Opens what comes next of cycles that have just been fulfilled and are the newest: as `open_next_cycles`, for those alone. */
create or replace function open_next_of(p_fulfilled uuid[], p_at timestamptz) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  with due as materialized (
    select f.id as assignment_id, f.person_id, f.course_id, f.cycle + 1 as cycle, f.follows_on, f.closed_why,
      gen_random_uuid() as reason_id, n.reason_id as old_id, n.due_on, n.opens_on, n.completed_on
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
      request_id, facts, due_on, opens_on, renews_until, not_before, since)
    select d.reason_id, o.id, r.kind, r.path_enrolment_id, r.path_step_id, r.engagement_id, r.rule_version_id,
      r.request_id, r.facts, d.due_on, d.opens_on,
      case when r.kind in ('rule', 'path') and d.follows_on is not null then r.due_on end,
      case when d.follows_on is null and d.closed_why = 'already-valid' then r.due_on end, p_at
    from opened o
    join due d on d.person_id = o.person_id and d.course_id = o.course_id
    join assignment_reason r on r.id = d.old_id
    returning 1
  )
  update assignment_reason r set ended_at = p_at, ended_why = 'carried-over'
  from due d, opened o where r.id = d.old_id and o.person_id = d.person_id and o.course_id = d.course_id;
end
$$;

-- What stands already.
do $$
declare
  v_persons uuid[] := array(select distinct n.person_id from path_enrolment n join rule_version v on v.id = n.rule_version_id
    where n.state = 'open' and v.recurrence ->> 'kind' <> 'course');
begin
  perform open_next_cycles(v_persons, null, (select max(recorded_at) from ledger_entry));
  perform date_assignments(v_persons, null);
end
$$;
