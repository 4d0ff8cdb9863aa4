-- An administrator sees what somebody sees, for minutes and with a reason; the session is the administrator's own.
create table impersonation (
  id uuid primary key,
  session_id uuid not null references session on delete cascade,
  administrator_id uuid not null references person,
  person_id uuid not null references person,
  reason text not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  check (administrator_id <> person_id),
  check (ends_at <= started_at + interval '30 minutes')
);
create index impersonation_person_idx on impersonation (person_id, started_at desc);
-- One at a time for a session.
create unique index impersonation_open_key on impersonation (session_id) where ended_at is null;
