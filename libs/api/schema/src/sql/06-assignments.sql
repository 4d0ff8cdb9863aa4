create table path_enrolment (
  id uuid primary key,
  person_id uuid not null references person,
  engagement_id uuid not null references engagement,
  path_id uuid not null references learning_path,
  path_version_id uuid not null references path_version,
  -- The day that the offsets count from: the engagement's first day.
  anchor_on date not null,
  opens_on date not null,
  given_on date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_on date,
  closed_why text,
  created_at timestamptz not null,
  unique (engagement_id, path_id)
);
create index path_enrolment_person_idx on path_enrolment (person_id);
create index path_enrolment_path_idx on path_enrolment (path_id, anchor_on desc, id);

create table assignment (
  id uuid primary key,
  person_id uuid not null references person,
  course_id uuid not null references course,
  cycle int not null default 1,
  due_on date,
  opens_on date,
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_on date,
  closed_why text,
  created_at timestamptz not null,
  unique (person_id, course_id, cycle)
);
create unique index assignment_open_key on assignment (person_id, course_id) where state = 'open';

create table assignment_reason (
  id uuid primary key,
  assignment_id uuid not null references assignment,
  kind text not null check (kind in ('path')),
  path_enrolment_id uuid references path_enrolment,
  path_step_id uuid references path_step,
  due_on date,
  opens_on date,
  since timestamptz not null,
  ended_at timestamptz,
  ended_why text,
  check (kind <> 'path' or (path_enrolment_id is not null and path_step_id is not null)),
  unique (assignment_id, path_enrolment_id, path_step_id)
);
create index assignment_reason_enrolment_idx on assignment_reason (path_enrolment_id);

create trigger path_enrolment_history after insert or update or delete on path_enrolment
  for each row execute function record_history('path enrolment');
create trigger assignment_history after insert or update or delete on assignment
  for each row execute function record_history('assignment');
create trigger assignment_reason_history after insert or update or delete on assignment_reason
  for each row execute function record_history('assignment reason');

-- A completion fulfils what is owed, in its own transaction.
create function close_fulfilled_assignment() returns trigger language plpgsql as $$
begin
  update assignment set state = 'closed', closed_on = new.completed_on, closed_why = 'completed'
  where person_id = new.person_id and course_id = new.course_id and state = 'open'
    and (new.valid_until is null or new.valid_until >= (new.recorded_at at time zone 'Europe/London')::date);
  return null;
end
$$;
create trigger ledger_entry_fulfils after insert on ledger_entry
  for each row when (new.kind = 'completion') execute function close_fulfilled_assignment();
