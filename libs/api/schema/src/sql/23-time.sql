-- What comes again, and what holds it up: cycles, exemptions, leave of absence, extensions, and requests by people.

-- How a version is renewed; what each word means is in the domain's `recurrence`.
alter table course_version
  add column renewal_window_days int not null default 30 check (renewal_window_days between 0 and 365),
  add column renewal_anchor text not null default 'previous-expiry'
    check (renewal_anchor in ('previous-expiry', 'completion', 'fixed-dates')),
  -- Of fixed dates: the days of the year on which validity ends, MM-DD.
  add column renewal_dates text[] not null default '{}',
  add column min_active_days int not null default 0 check (min_active_days between 0 and 3650),
  add column lapse text not null default 'full' check (lapse in ('full', 'refresher', 'remainder')),
  -- So many days after the last valid one the refresher is still enough.
  add column refresher_days int not null default 0 check (refresher_days between 0 and 3650),
  add column refresher_course_id uuid references course,
  -- What the refresher leaves out of the whole.
  add column remainder_course_id uuid references course,
  add constraint course_version_dates_check check (renewal_anchor <> 'fixed-dates' or cardinality(renewal_dates) > 0);
create index course_version_refresher_idx on course_version (refresher_course_id) where refresher_course_id is not null;
create index course_version_remainder_idx on course_version (remainder_course_id) where remainder_course_id is not null;

create table exemption (
  id uuid primary key,
  version int not null default 1,
  person_id uuid not null references person,
  course_id uuid not null references course,
  from_on date not null,
  to_on date not null,
  reason text not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  decision text not null default '',
  -- The last day on which it held, where somebody ended it before its time; a day before from_on: it never held.
  ended_on date,
  ended_by uuid references person,
  check (from_on <= to_on),
  check (decided_by <> asked_by),
  check ((state in ('approved', 'refused')) = (decided_by is not null)),
  check (ended_on is null or (state = 'approved' and ended_on < to_on))
);
create index exemption_person_idx on exemption (person_id, course_id);
create index exemption_waiting_idx on exemption (asked_at, id) where state = 'waiting';

create table leave_of_absence (
  id uuid primary key,
  version int not null default 1,
  engagement_id uuid not null references engagement,
  from_on date not null,
  -- The last day; as expected until it is known.
  to_on date not null,
  note text not null default '',
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  check (from_on <= to_on)
);
create index leave_of_absence_engagement_idx on leave_of_absence (engagement_id) where withdrawn_at is null;

-- People who ask that others learn something: one request, a reason in each assignment that it makes.
create table assignment_request (
  id uuid primary key,
  version int not null default 1,
  course_id uuid not null references course,
  why text not null,
  due_on date,
  -- Whom it was for, as it was chosen: people, organisations, schemes, groups.
  chosen jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'given', 'refused', 'withdrawn')),
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  decision text not null default '',
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  check (decided_by <> asked_by)
);
create index assignment_request_waiting_idx on assignment_request (asked_at, id) where state = 'waiting';
create index assignment_request_asked_idx on assignment_request (asked_by, asked_at desc, id);
create table assignment_request_person (
  request_id uuid not null references assignment_request,
  person_id uuid not null references person,
  engagement_id uuid references engagement,
  primary key (request_id, person_id)
);
alter table assignment_reason add constraint assignment_reason_request_fkey foreign key (request_id) references assignment_request;

create table due_extension (
  id uuid primary key,
  assignment_id uuid not null references assignment,
  due_before date,
  due_on date not null,
  reason text not null,
  by_id uuid not null references person,
  at timestamptz not null
);
comment on table due_extension is 'Append-only.';
create index due_extension_assignment_idx on due_extension (assignment_id, at);

alter table assignment
  -- Of a renewal: the day of the completion that it follows. Only a later completion fulfils it.
  add column follows_on date,
  add column extended_to date;
alter table assignment_reason
  -- Of a renewal that its rule counts by itself: the last day of what it renews.
  add column renews_until date;
create index assignment_reason_open_idx on assignment_reason (assignment_id) where ended_at is null;

create trigger exemption_history after insert or update or delete on exemption
  for each row execute function record_history('exemption');
create trigger leave_of_absence_history after insert or update or delete on leave_of_absence
  for each row execute function record_history('leave of absence');
create trigger assignment_request_history after insert or update or delete on assignment_request
  for each row execute function record_history('assignment request');

/*
 * The last day on which a completion counts: the domain's `countsUntil`, which a test holds it to. The recurrence is that
 * JSON.
 */
create function counts_until(recurrence jsonb, completed_on date, previous_until date) returns date
language sql immutable as $$
  select case
    when recurrence ->> 'anchor' = 'fixed-dates' then (
      select min(x.day) from (
        select least(
          make_date(y, split_part(d, '-', 1)::int, 1) + split_part(d, '-', 2)::int - 1,
          (make_date(y, split_part(d, '-', 1)::int, 1) + interval '1 month')::date - 1) as day
        from jsonb_array_elements_text(recurrence -> 'dates') d,
          generate_series(extract(year from completed_on + n.days)::int, extract(year from completed_on + n.days)::int + 1) y
      ) x where x.day >= completed_on + n.days)
    when recurrence ->> 'anchor' = 'previous-expiry'
      and completed_on between previous_until - (recurrence ->> 'windowDays')::int and previous_until
      then greatest(valid_until(completed_on, n.months), valid_until(previous_until + 1, n.months))
    else valid_until(completed_on, n.months)
  end
  from (select (recurrence ->> 'minActiveDays')::int as days, (recurrence ->> 'months')::int as months) n
$$;

-- Null where a version is for life.
create function recurrence_of(v course_version) returns jsonb language sql immutable as $$
  select case
    when v.renewal_anchor = 'fixed-dates' then jsonb_build_object('anchor', 'fixed-dates', 'dates', v.renewal_dates,
      'minActiveDays', v.min_active_days, 'windowDays', v.renewal_window_days)
    when v.validity_months is not null then jsonb_build_object('anchor', v.renewal_anchor, 'months', v.validity_months,
      'windowDays', v.renewal_window_days)
  end
$$;

-- The completions of a person and a course that nobody took back.
create function completions_of(p_person uuid, p_course uuid) returns setof ledger_entry language sql stable as $$
  select l.* from ledger_entry l
  where l.person_id = p_person and l.course_id = p_course and l.kind = 'completion'
    and not exists (select from ledger_entry r where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq)
$$;

/*
 * The last valid day that a version gives a completion, with what the person had before. Null is for life. Whoever appends
 * a completion asks here.
 */
create function version_counts_until(p_version uuid, p_person uuid, p_completed_on date) returns date language sql stable as $$
  select counts_until(recurrence_of(v), p_completed_on, (
    select case when not bool_or(l.valid_until is null) then max(l.valid_until) end
    from completions_of(p_person, v.course_id) l where l.completed_on < p_completed_on))
  from course_version v where v.id = p_version
$$;

-- What would renew a course on a day: the domain's `renewalOn`.
create function renewal_on(v course_version, until date, p_on date) returns text language sql immutable as $$
  select case
    when v.refresher_course_id is null or until is null then 'full'
    when p_on <= until then 'refresher'
    when v.lapse = 'refresher' then case when p_on <= until + v.refresher_days then 'refresher' else 'full' end
    when v.lapse = 'remainder' and v.remainder_course_id is not null then 'refresher-and-remainder'
    else 'full'
  end
$$;

-- A due date with leave taken into account: the domain's `dueAfterLeave`.
create function due_after_leave(opens date, due date, leaves datemultirange) returns date language plpgsql immutable as $$
declare
  v_leave daterange;
  v_from date;
  v_to date;
begin
  if due is null or leaves is null or isempty(leaves) then
    return due;
  end if;
  for v_leave in select unnest(leaves) loop
    v_from := greatest(opens, lower(v_leave));
    v_to := upper(v_leave) - 1;
    if lower(v_leave) <= due and v_to >= v_from then
      due := greatest(due + (v_to - v_from + 1), v_to + 8);
    end if;
  end loop;
  return due;
end
$$;

/*
 * Days of leave that count for a reason: those of its engagement, or, where it has none, those on which every engagement
 * that the person has then is on leave.
 */
create function leave_days(p_person uuid, p_engagement uuid) returns datemultirange language sql stable as $$
  with days as (
    select e.id, daterange(e.starts_on, e.ends_on, '[]') as engaged, coalesce((
      select range_agg(daterange(l.from_on, l.to_on, '[]')) from leave_of_absence l
      where l.engagement_id = e.id and l.withdrawn_at is null), '{}') as away
    from engagement e where e.person_id = p_person and (p_engagement is null or e.id = p_engagement)
  )
  select coalesce(range_agg(away), '{}') - coalesce(range_agg(datemultirange(engaged) - away), '{}') from days
$$;

-- Whether reminders rest: on leave from every engagement of the day.
create function on_leave(p_person uuid, p_today date) returns boolean language sql stable as $$
  select leave_days(p_person, null) @> p_today
$$;

-- How a rule's version asks again, as the domain's `RuleRecurrence`; a version that says nothing asks once.
create function recurrence_of_rule(p_rule_version uuid) returns jsonb language plpgsql stable as $$
begin
  return coalesce((select v.recurrence from rule_version v where v.id = p_rule_version), '{"kind": "once"}');
end
$$;

/*
 * When each reason that an assignment still has asks again, given what its person has completed: a rule by its own
 * recurrence, everything else as the course says. A wish of one's own, a document's new revision, and what is asked once do
 * not ask again.
 */
create function renewals_of(p_assignment uuid) returns table (
  reason_id uuid, due_on date, opens_on date, completed_on date
) language sql stable as $$
  with done as (
    select max(l.completed_on) as completed_on,
      case when not bool_or(l.valid_until is null) then max(l.valid_until) end as valid_until,
      max(l.valid_until - v.renewal_window_days) as window_from
    from assignment a, completions_of(a.person_id, a.course_id) l, course_version v
    where a.id = p_assignment and v.id = l.course_version_id
  ), asking as (
    select r.id, case when r.kind = 'rule' then recurrence_of_rule(r.rule_version_id) else '{"kind": "course"}' end as how,
      r.renews_until
    from assignment_reason r where r.assignment_id = p_assignment and r.ended_at is null and r.kind not in ('self', 'revision')
  ), dates as (
    select k.id, d.completed_on, d.window_from,
      case k.how ->> 'kind' when 'course' then d.valid_until
        when 'own' then counts_until(k.how -> 'recurrence', d.completed_on, k.renews_until) end as due_on,
      (k.how #>> '{recurrence,windowDays}')::int as window_days
    from asking k, done d where d.completed_on is not null
  )
  select id, due_on, coalesce(due_on - window_days, window_from), completed_on from dates where due_on is not null
$$;

/*
 * Opens what comes next: for every cycle that was fulfilled, is the newest, and still has a reason that asks again. The
 * reasons go on in the new cycle. Null courses are all.
 */
create function open_next_cycles(p_persons uuid[], p_courses uuid[], p_at timestamptz) returns void language sql as $$
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
      request_id, facts, due_on, opens_on, renews_until, since)
    select d.reason_id, o.id, r.kind, r.path_enrolment_id, r.path_step_id, r.engagement_id, r.rule_version_id,
      r.request_id, r.facts, d.due_on, d.opens_on, case when r.kind = 'rule' and f.follows_on is not null then r.due_on end, p_at
    from opened o
    join due d on d.person_id = o.person_id and d.course_id = o.course_id
    join assignment_reason r on r.id = d.old_id
    join fulfilled f on f.id = d.assignment_id
    returning 1
  )
  update assignment_reason r set ended_at = p_at, ended_why = 'carried-over'
  from due d, opened o where r.id = d.old_id and o.person_id = d.person_id and o.course_id = d.course_id
$$;

-- The dates of what is open: of a renewal first those of its reasons, then the earliest of them, then leave and extensions.
create function date_assignments(p_persons uuid[], p_courses uuid[]) returns void language plpgsql as $$
begin
  update assignment_reason r set due_on = n.due_on, opens_on = n.opens_on
  from assignment a, renewals_of(a.id) n
  where a.person_id = any (p_persons) and (p_courses is null or a.course_id = any (p_courses))
    and a.state = 'open' and a.follows_on is not null
    and r.id = n.reason_id and (r.due_on, r.opens_on) is distinct from (n.due_on, n.opens_on);
  update assignment a set due_on = r.due_on, opens_on = r.opens_on
  from (
    select x.id, greatest(min(due_after_leave(r.opens_on, r.due_on, case when l.some then leave_days(x.person_id,
        coalesce(r.engagement_id, n.engagement_id)) end)), case when min(r.due_on) is not null then x.extended_to end) as due_on,
      min(r.opens_on) as opens_on
    from assignment x
    join assignment_reason r on r.assignment_id = x.id and r.ended_at is null
    left join path_enrolment n on n.id = r.path_enrolment_id
    cross join lateral (
      select exists (select from leave_of_absence l join engagement e on e.id = l.engagement_id
        where e.person_id = x.person_id and l.withdrawn_at is null) as some
    ) l
    where x.person_id = any (p_persons) and (p_courses is null or x.course_id = any (p_courses)) and x.state = 'open'
    group by x.id
  ) r
  where a.id = r.id and (a.due_on, a.opens_on) is distinct from (r.due_on, r.opens_on);
end
$$;

/*
 * What people's reasons add up to, as before, and: what was fulfilled and is asked for again stands open as the next
 * cycle. Null courses are all of them.
 */
create function settle_assignments(p_persons uuid[], p_courses uuid[], p_today date, p_at timestamptz) returns void
language plpgsql as $$
begin
  perform open_next_cycles(p_persons, p_courses, p_at);
  perform date_assignments(p_persons, p_courses);
  update assignment a set state = 'closed', closed_on = p_today, closed_why = 'no-reason-left'
  where a.person_id = any (p_persons) and (p_courses is null or a.course_id = any (p_courses)) and a.state = 'open'
    and not exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null);
end
$$;
create or replace function settle_assignments(p_persons uuid[], p_today date, p_at timestamptz) returns void
language sql as $$
  select settle_assignments(p_persons, null, p_today, p_at)
$$;

/*
 * A completion fulfils what is owed, and what it makes owed next stands open, both in its own transaction. What is there
 * to renew an earlier completion is fulfilled by a later one alone. What nobody but the person themselves wanted is not
 * asked of them again, so it is closed with words of its own.
 */
create or replace function close_fulfilled_assignment() returns trigger language plpgsql as $$
declare
  v_today date := (new.recorded_at at time zone 'Europe/London')::date;
begin
  update assignment a set state = 'closed', closed_on = new.completed_on,
    closed_why = case
      when exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind = 'self')
        and not exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind <> 'self')
      then 'completed-own-wish' else 'completed' end
  where a.person_id = new.person_id and a.course_id = new.course_id and a.state = 'open'
    and (a.follows_on is null or a.follows_on < new.completed_on
      or exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind = 'revision'))
    and (new.valid_until is null or new.valid_until >= v_today);
  if found then
    perform open_next_cycles(array[new.person_id], array[new.course_id], new.recorded_at);
  end if;
  if exists (select from assignment a where a.person_id = new.person_id and a.course_id = new.course_id and a.state = 'open') then
    perform date_assignments(array[new.person_id], array[new.course_id]);
  end if;
  return null;
end
$$;

/*
 * A completion that is taken back takes with it what it had fulfilled. Where its next cycle stands open, that one takes
 * the fulfilled one's place and dates; else the fulfilled one is open again.
 */
create function reopen_unfulfilled(p_person uuid, p_course uuid, p_today date, p_at timestamptz) returns void
language plpgsql as $$
declare
  v_newest assignment;
  v_done assignment;
begin
  select * into v_newest from assignment where person_id = p_person and course_id = p_course order by cycle desc limit 1;
  if v_newest.id is null then
    return;
  end if;
  select * into v_done from assignment where person_id = p_person and course_id = p_course
    and state = 'closed' and closed_why in ('completed', 'completed-own-wish', 'already-valid')
    and cycle >= v_newest.cycle - case when v_newest.state = 'open' then 1 else 0 end
    order by cycle desc limit 1;
  if v_done.id is not null and not exists (
    select from completions_of(p_person, p_course) l
    where (v_done.follows_on is null or l.completed_on > v_done.follows_on)
      and (l.valid_until is null or l.valid_until >= v_done.closed_on)
  ) then
    if v_newest.state = 'open' then
      update assignment set closed_why = 'revoked' where id = v_done.id;
      update assignment_reason r set due_on = coalesce(o.due_on, v_done.due_on), opens_on = coalesce(o.opens_on, v_done.opens_on)
      from assignment_reason q left join assignment_reason o on o.assignment_id = v_done.id and o.ended_why = 'carried-over'
        and (o.kind, o.path_enrolment_id, o.path_step_id, o.engagement_id, o.rule_version_id, o.request_id)
          is not distinct from (q.kind, q.path_enrolment_id, q.path_step_id, q.engagement_id, q.rule_version_id, q.request_id)
      where q.assignment_id = v_newest.id and q.ended_at is null and r.id = q.id;
      update assignment set due_on = v_done.due_on, opens_on = v_done.opens_on, follows_on = v_done.follows_on,
        extended_to = v_done.extended_to where id = v_newest.id;
    elsif exists (select from assignment_reason r where r.assignment_id = v_done.id and r.ended_at is null) then
      update assignment set state = 'open', closed_on = null, closed_why = null where id = v_done.id;
    end if;
  end if;
  perform settle_assignments(array[p_person], array[p_course], p_today, p_at);
end
$$;
create function reopen_revoked() returns trigger language plpgsql as $$
begin
  perform reopen_unfulfilled(l.person_id, l.course_id, (new.recorded_at at time zone 'Europe/London')::date, new.recorded_at)
  from ledger_entry l where l.person_id = new.person_id and l.seq = new.revokes_seq and l.kind = 'completion';
  return null;
end
$$;
create trigger ledger_entry_reopens after insert on ledger_entry
  for each row when (new.kind = 'revocation') execute function reopen_revoked();

/*
 * A refresher counts as the course that it refreshes, where that course's version allows it on the day; after a lapse that
 * adds the remainder, the remainder too has to be done since. At the end of the transaction, because the chain cannot
 * grow while an entry is being added to it.
 */
create function count_refresher() returns trigger language plpgsql as $$
declare
  v course_version;
  v_until date;
begin
  for v in select x.* from course_version x
      where x.state = 'published' and new.course_id in (x.refresher_course_id, x.remainder_course_id) order by x.id loop
    select case when not bool_or(l.valid_until is null) then max(l.valid_until) end into v_until
      from completions_of(new.person_id, v.course_id) l where l.completed_on <= new.completed_on;
    if v_until is null or (
      case renewal_on(v, v_until, new.completed_on)
        when 'refresher' then new.course_id = v.refresher_course_id
        when 'refresher-and-remainder' then 2 = (
          select count(distinct l.course_id) from ledger_entry l
          where l.person_id = new.person_id and l.kind = 'completion' and l.completed_on between v_until and new.completed_on
            and l.course_id in (v.refresher_course_id, v.remainder_course_id)
            and not exists (select from ledger_entry r where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq))
        else false
      end) is not true then
      continue;
    end if;
    if append_completion(new.person_id, v.course_id, v.id, new.completed_on,
        version_counts_until(v.id, new.person_id, new.completed_on), 'refresher', new.source_id, '{}', new.recorded_at) is not null then
      insert into outbox_event (at, type, person_id, payload)
        values (new.recorded_at, 'course.completed', new.person_id, jsonb_build_object('courseId', v.course_id));
    end if;
  end loop;
  return null;
end
$$;
create constraint trigger ledger_entry_refreshes after insert on ledger_entry deferrable initially deferred
  for each row when (new.kind = 'completion' and new.source <> 'refresher') execute function count_refresher();

/*
 * As before, and: what the version says of renewing counts, and what the person had before.
 */
create or replace function complete_course_if_done(
  p_person uuid, p_attempt uuid, p_course uuid, p_course_version uuid, p_completed_on date, p_source text, p_private jsonb,
  p_at timestamptz
) returns boolean language plpgsql as $$
declare
  v_since timestamptz;
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
  select min(k.expires_on) into v_card_ends
    from done_in_edition(p_person, p_course_version, v_since) d
    join evidence_check k on k.attempt_id = d.attempt_id and k.outcome = 'accepted';
  if append_completion(p_person, p_course, p_course_version, p_completed_on,
      least(version_counts_until(p_course_version, p_person, p_completed_on), v_card_ends), p_source, p_attempt, p_private,
      p_at) is not null then
    insert into outbox_event (at, type, person_id, payload)
      values (p_at, 'course.completed', p_person, jsonb_build_object('courseId', p_course));
  end if;
  return true;
end
$$;

-- As before, with the dates settled where all dates are.
create or replace function settle_choices(p_person uuid, p_today date, p_at timestamptz) returns void language plpgsql as $$
declare
  v_courses uuid[];
begin
  with made as (
    select n.id as enrolment_id, c.id as choice_id
    from path_enrolment n
    join path_stage g on g.path_version_id = n.path_version_id
    join path_choice c on c.stage_id = g.id
    join path_step s on s.choice_id = c.id
    left join standing_dates d on d.person_id = n.person_id and d.course_id = s.course_id
    left join path_task t on t.path_enrolment_id = n.id and t.step_key = s.key
    where n.person_id = p_person and n.state = 'open'
    group by n.id, c.id
    having count(*) filter (where t.done_on is not null
      or d.ever_completed and (d.lifetime or d.valid_until >= p_today or d.completed_on >= n.given_on)) >= least(c.need, count(*))
  ), ended as (
    update assignment_reason r set ended_at = p_at, ended_why = 'choice-made'
    from made m, path_step s, assignment a
    where s.choice_id = m.choice_id and r.path_enrolment_id = m.enrolment_id and r.path_step_id = s.id
      and r.ended_at is null and a.id = r.assignment_id and a.state = 'open' and a.follows_on is null
    returning a.course_id
  )
  select array_agg(course_id) into v_courses from ended;
  if v_courses is not null then
    perform settle_assignments(array[p_person], v_courses, p_today, p_at);
  end if;
end
$$;

-- The projection, with exemptions and each version's window.
create or replace view standing_dates_now as
select k.person_id, k.course_id,
  coalesce(a.required, false) as required,
  a.due_on, a.opens_on,
  c.completed_on, c.valid_until, coalesce(c.ever, false) as ever_completed, coalesce(c.lifetime, false) as lifetime,
  least(c.window_from, a.renews_from) as window_from,
  t.started_on,
  coalesce(x.exempt, '{}'::datemultirange) as exempt
from (
  select person_id, course_id from assignment
  union select person_id, course_id from ledger_entry where kind = 'completion'
  union select person_id, course_id from attempt
  union select person_id, course_id from exemption
) k
left join lateral (
  select bool_or(s.state = 'open') or (array_agg(s.closed_why order by s.cycle desc))[1] in ('completed', 'already-valid') as required,
    min(s.due_on) filter (where s.state = 'open') as due_on,
    min(s.opens_on) filter (where s.state = 'open') as opens_on,
    -- A new revision to be read opens it sooner, and renews nothing.
    min(case when exists (select from assignment_reason r where r.assignment_id = s.id and r.ended_at is null and r.kind = 'revision')
      then (select min(r.opens_on) from assignment_reason r
        where r.assignment_id = s.id and r.ended_at is null and r.kind <> 'revision')
      else s.opens_on end) filter (where s.state = 'open' and s.follows_on is not null) as renews_from
  from assignment s where s.person_id = k.person_id and s.course_id = k.course_id
) a on true
left join lateral (
  select true as ever, max(l.completed_on) as completed_on, bool_or(l.valid_until is null) as lifetime,
    case when not bool_or(l.valid_until is null) then max(l.valid_until) end as valid_until,
    case when not bool_or(l.valid_until is null) then max(l.valid_until - v.renewal_window_days) end as window_from
  from ledger_entry l join course_version v on v.id = l.course_version_id
  where l.person_id = k.person_id and l.course_id = k.course_id and l.kind = 'completion'
    and not exists (select from ledger_entry r where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq)
  having count(*) > 0
) c on true
left join lateral (
  select min((t.started_at at time zone 'Europe/London')::date) as started_on
  from attempt t
  where t.person_id = k.person_id and t.course_id = k.course_id and t.state <> 'abandoned'
    and not exists (
      select from ledger_entry l where l.person_id = t.person_id and l.course_id = t.course_id and l.kind = 'completion'
        and l.recorded_at >= t.started_at
    )
) t on true
left join lateral (
  select range_agg(daterange(e.from_on, coalesce(e.ended_on, e.to_on), '[]')) as exempt
  from exemption e where e.person_id = k.person_id and e.course_id = k.course_id and e.state = 'approved'
    and e.from_on <= coalesce(e.ended_on, e.to_on)
) x on true;

alter table standing_dates add column exempt datemultirange not null default '{}';

create or replace function refresh_standing(p uuid, c uuid) returns void language plpgsql as $$
begin
  -- Two facts of one person at once: the second waits, then computes from both.
  perform pg_advisory_xact_lock(hashtextextended(p::text, 7));
  insert into standing_dates as s (person_id, course_id, required, due_on, opens_on, completed_on, valid_until,
    ever_completed, lifetime, window_from, started_on, exempt)
  select * from standing_dates_now n where n.person_id = p and n.course_id = c
  on conflict (person_id, course_id) do update set required = excluded.required, due_on = excluded.due_on,
    opens_on = excluded.opens_on, completed_on = excluded.completed_on, valid_until = excluded.valid_until,
    ever_completed = excluded.ever_completed, lifetime = excluded.lifetime, window_from = excluded.window_from,
    started_on = excluded.started_on, exempt = excluded.exempt;
end
$$;
create trigger exemption_standing after insert or update on exemption
  for each row execute function refresh_standing_of_row();

create or replace function standing_on(s standing_dates, today date) returns text language sql immutable as $$
  select case
    when s.required and s.exempt @> today then 'exempt'
    when s.required and s.ever_completed and not s.lifetime and s.valid_until < today and (s.due_on is null or s.due_on < today) then 'expired'
    when s.required and s.due_on < today then 'overdue'
    when s.ever_completed and (s.lifetime or s.valid_until >= today) and s.window_from <= today then 'expiring'
    when s.ever_completed and (s.lifetime or s.valid_until >= today) then 'valid'
    when s.started_on is not null then 'in progress'
    when s.required then 'not started'
    else 'not required'
  end
$$;

-- It counts, and its renewal has not begun: a rule may ask again also for what is valid for life.
do $$
declare
  f regprocedure;
begin
  foreach f in array array['learner_version(uuid, uuid, date)', 'counted_since(uuid, uuid, date)',
      'begin_attempt(uuid, uuid, uuid, timestamptz, date)']::regprocedure[] loop
    execute replace(replace(pg_get_functiondef(f), '(s.lifetime or s.window_from > p_today)',
      'coalesce(s.window_from > p_today, s.lifetime)'), '(d.lifetime or coalesce(d.window_from > p_today, false))',
      'coalesce(d.window_from > p_today, d.lifetime)');
  end loop;
end
$$;

-- How a version is renewed is undone and done again like its other settings.
do $$
declare
  v_columns text[] := array['renewal_window_days', 'renewal_anchor', 'renewal_dates', 'min_active_days', 'lapse', 'refresher_days',
    'refresher_course_id', 'remainder_course_id'];
begin
  execute replace(pg_get_functiondef('draft_state(uuid)'::regprocedure), '''version/news'', v.news',
    '''version/news'', v.news' || (select string_agg(format(', %L, v.%I', 'version/' || c, c), '') from unnest(v_columns) c));
  execute replace(pg_get_functiondef('restore_draft(uuid, jsonb, jsonb)'::regprocedure), 'news = r.news',
    'news = r.news' || (select string_agg(format(', %1$I = r.%1$I', c), '') from unnest(v_columns) c));
end
$$;

-- What stands already: the exemptions are none, the windows are the same, and what was fulfilled is asked for again.
select open_next_cycles(array(select distinct person_id from assignment where state = 'closed'), null,
  (select max(recorded_at) from ledger_entry));

/*
 * Which engagements somebody sees, by the rules of `people_in_scope`: whose reasons and due dates are theirs to read. All
 * of one's own; all of everybody for the People Team and auditors; else the live ones that one's organisations or one's
 * reports have.
 */
create function engagements_in_scope(actor uuid, today date) returns setof uuid language sql stable rows 2000 as $$
  with recursive
  powers as materialized (
    select g.role, g.organisation_id
    from role_grant g
    left join engagement e on e.id = g.engagement_id
    where g.person_id = actor
      and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
      and (e.id is null or e.ends_on is null or e.ends_on >= today)
  ),
  organisations(id) as (
    select organisation_id from powers where role = 'coordinator'
    union
    select o.id from organisation o join organisations s on o.parent_id = s.id
  ),
  reports(person_id, id) as (
    select e.person_id, e.id from engagement e
    where e.line_manager_id = actor and (e.ends_on is null or e.ends_on >= today)
    union
    select e.person_id, e.id from engagement e join reports r on e.line_manager_id = r.person_id
    where e.ends_on is null or e.ends_on >= today
  )
  select e.id from engagement e where e.person_id = actor
  union
  select e.id from engagement e where exists (select from powers where role in ('people-team', 'auditor'))
  union
  select id from reports
  union
  select e.id from engagement e
  where e.organisation_id in (select id from organisations) and (e.ends_on is null or e.ends_on >= today)
$$;

/*
 * Gives the people of a request its course: a reason each, in the assignment that is open, or in a new one; what is valid
 * is not owed again before its renewal. May be run again.
 */
create function give_request(p_request uuid, p_today date, p_at timestamptz) returns void language plpgsql as $$
declare
  r assignment_request;
  v_persons uuid[];
begin
  select * into r from assignment_request where id = p_request;
  select array_agg(q.person_id order by q.person_id) into v_persons from assignment_request_person q
    left join engagement e on e.id = q.engagement_id
    where q.request_id = p_request and (e.id is null or e.ends_on is null or e.ends_on >= p_today);
  insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, state, closed_on, closed_why, created_at)
  select gen_random_uuid(), p.id, r.course_id,
    coalesce((select max(a.cycle) from assignment a where a.person_id = p.id and a.course_id = r.course_id), 0) + 1,
    r.due_on, p_today, case when v.valid then 'closed' else 'open' end, case when v.valid then p_today end,
    case when v.valid then 'already-valid' end, p_at
  from unnest(v_persons) p(id)
  left join standing_dates d on d.person_id = p.id and d.course_id = r.course_id
  cross join lateral (select coalesce(d.lifetime or d.valid_until >= p_today, false) as valid) v
  where not exists (select from assignment a where a.person_id = p.id and a.course_id = r.course_id and a.state = 'open')
  order by p.id;
  insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, due_on, opens_on, since)
  select gen_random_uuid(), a.id, 'person', r.id, q.engagement_id, r.due_on, p_today, p_at
  from assignment_request_person q
  join lateral (
    select x.id from assignment x where x.person_id = q.person_id and x.course_id = r.course_id
    order by (x.state = 'open') desc, x.cycle desc limit 1
  ) a on true
  where q.request_id = p_request and q.person_id = any (v_persons)
  on conflict (assignment_id, request_id) where kind = 'person' do nothing;
  perform settle_assignments(v_persons, array[r.course_id], p_today, p_at);
end
$$;
