/*
 * The projection that every list reads: dates, never states. It can be thrown away and made again from the facts; the
 * view says what it must be, triggers keep it so in the fact's own transaction, and a check compares the two.
 */
create view standing_dates_now as
select k.person_id, k.course_id,
  coalesce(a.required, false) as required,
  a.due_on, a.opens_on,
  c.completed_on, c.valid_until, coalesce(c.ever, false) as ever_completed, coalesce(c.lifetime, false) as lifetime,
  case when c.lifetime then null else c.valid_until - 30 end as window_from,
  t.started_on
from (
  select person_id, course_id from assignment
  union select person_id, course_id from ledger_entry where kind = 'completion'
  union select person_id, course_id from attempt
) k
left join lateral (
  select bool_or(s.state = 'open') or (array_agg(s.closed_why order by s.cycle desc))[1] in ('completed', 'already-valid') as required,
    min(s.due_on) filter (where s.state = 'open') as due_on,
    min(s.opens_on) filter (where s.state = 'open') as opens_on
  from assignment s where s.person_id = k.person_id and s.course_id = k.course_id
) a on true
left join lateral (
  select true as ever, max(l.completed_on) as completed_on, bool_or(l.valid_until is null) as lifetime,
    case when bool_or(l.valid_until is null) then null else max(l.valid_until) end as valid_until
  from ledger_entry l
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
) t on true;

create table standing_dates (
  person_id uuid not null references person,
  course_id uuid not null references course,
  required boolean not null,
  due_on date,
  opens_on date,
  completed_on date,
  valid_until date,
  ever_completed boolean not null,
  lifetime boolean not null,
  window_from date,
  started_on date,
  primary key (person_id, course_id)
);
create index standing_dates_course_idx on standing_dates (course_id, person_id);

create function refresh_standing(p uuid, c uuid) returns void language plpgsql as $$
begin
  -- Two facts of one person at once: the second waits, then computes from both.
  perform pg_advisory_xact_lock(hashtextextended(p::text, 7));
  insert into standing_dates as s (person_id, course_id, required, due_on, opens_on, completed_on, valid_until,
    ever_completed, lifetime, window_from, started_on)
  select * from standing_dates_now n where n.person_id = p and n.course_id = c
  on conflict (person_id, course_id) do update set required = excluded.required, due_on = excluded.due_on,
    opens_on = excluded.opens_on, completed_on = excluded.completed_on, valid_until = excluded.valid_until,
    ever_completed = excluded.ever_completed, lifetime = excluded.lifetime, window_from = excluded.window_from,
    started_on = excluded.started_on;
end
$$;

create function refresh_standing_of_row() returns trigger language plpgsql as $$
begin
  perform refresh_standing(new.person_id, new.course_id);
  return null;
end
$$;
create function refresh_standing_of_revocation() returns trigger language plpgsql as $$
begin
  perform refresh_standing(l.person_id, l.course_id) from ledger_entry l
  where l.person_id = new.person_id and l.seq = new.revokes_seq;
  return null;
end
$$;
create trigger assignment_standing after insert or update on assignment
  for each row execute function refresh_standing_of_row();
create trigger attempt_standing_insert after insert on attempt
  for each row execute function refresh_standing_of_row();
create trigger attempt_standing_update after update of state on attempt
  for each row when (old.state is distinct from new.state) execute function refresh_standing_of_row();
-- After "fulfils" in the alphabet, so that the assignment is closed already.
create trigger ledger_entry_standing after insert on ledger_entry
  for each row when (new.kind = 'completion') execute function refresh_standing_of_row();
create trigger ledger_entry_standing_revoked after insert on ledger_entry
  for each row when (new.kind = 'revocation') execute function refresh_standing_of_revocation();

-- The eight standings of a person and a course on a day; the first line that holds wins.
create function standing_on(s standing_dates, today date) returns text language sql immutable as $$
  select case
    when s.required and s.ever_completed and not s.lifetime and s.valid_until < today and (s.due_on is null or s.due_on < today) then 'expired'
    when s.required and s.due_on < today then 'overdue'
    when s.ever_completed and not s.lifetime and s.valid_until >= today and s.window_from <= today then 'expiring'
    when s.ever_completed and (s.lifetime or s.valid_until >= today) then 'valid'
    when s.started_on is not null then 'in progress'
    when s.required then 'not started'
    else 'not required'
  end
$$;
