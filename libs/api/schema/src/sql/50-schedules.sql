-- Lists that are made into files again and again, for several people, each in their own scope.

create table schedule (
  id uuid primary key,
  version int not null default 1,
  name text not null,
  -- Whose it is. It stops when they may not see the list any more.
  person_id uuid not null references person,
  list text not null,
  format text not null check (format in ('csv', 'xlsx', 'pdf')),
  -- The filters of the list's address.
  filters jsonb not null,
  every text not null check (every in ('week', 'month')),
  -- Of a week 1 (Monday) to 7; of a month 1 to 28, or 0, its last.
  on_day int not null check (case every when 'week' then on_day between 1 and 7 else on_day between 0 and 28 end),
  -- On a clock in London.
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  state text not null default 'active' check (state in ('active', 'paused', 'ended')),
  -- When it is made next.
  next_at timestamptz,
  created_at timestamptz not null,
  check ((state = 'active') = (next_at is not null))
);
create index schedule_next_idx on schedule (next_at) where state = 'active';
create index schedule_person_idx on schedule (person_id, id desc);
create trigger schedule_history after insert or update of name, format, every, on_day, at_time, state or delete on schedule
  for each row execute function record_history('schedule');

create table schedule_recipient (
  schedule_id uuid not null references schedule,
  person_id uuid not null references person,
  added_at timestamptz not null,
  -- By whoever looks after the schedule.
  removed_at timestamptz,
  -- By the person: being added again does not undo it.
  stopped_at timestamptz,
  primary key (schedule_id, person_id)
);
create index schedule_recipient_person_idx on schedule_recipient (person_id, schedule_id desc);

create table schedule_run (
  id uuid primary key,
  schedule_id uuid not null references schedule,
  due_at timestamptz not null,
  begun_at timestamptz not null,
  -- Later than can be explained by a busy moment: Waymark was not running when it was due.
  late boolean not null,
  -- How many moments before this one passed meanwhile, and are made up for by it.
  missed int not null default 0,
  -- Who wanted it at once; none where its moment had come.
  by_id uuid references person,
  state text not null default 'waiting' check (state in ('waiting', 'begun', 'refused')),
  refusal text,
  unique (schedule_id, due_at),
  check ((state = 'refused') = (refusal is not null))
);
create index schedule_run_schedule_idx on schedule_run (schedule_id, id desc);

-- What became of a run for one person, once. Only ever added to.
create table schedule_delivery (
  run_id uuid not null references schedule_run,
  person_id uuid not null references person,
  at timestamptz not null,
  outcome text not null check (outcome in ('made', 'not-allowed', 'left', 'failed')),
  -- Why there is none, as a sentence; none where the outcome says it.
  why text,
  -- How many rows they see.
  rows int,
  -- False where they have no address: it stands under Notices then.
  mailed boolean not null,
  primary key (run_id, person_id),
  check ((outcome = 'made') = (rows is not null))
);
create index schedule_delivery_person_idx on schedule_delivery (person_id);

-- A file of a run is its recipient's like any other they asked for.
alter table list_file add column schedule_run_id uuid references schedule_run;
create unique index list_file_run_key on list_file (schedule_run_id, person_id) where schedule_run_id is not null;

-- What the audit log calls it, where that was made before this: a new database has it from the beginning.
do $$
begin
  if to_regprocedure('name_of_thing(text, uuid)') is not null then
    execute replace(pg_get_functiondef('name_of_thing(text, uuid)'::regprocedure),
      'when ''import'' then', 'when ''schedule'' then (select name from schedule where id = p_id) when ''import'' then');
  end if;
end
$$;
