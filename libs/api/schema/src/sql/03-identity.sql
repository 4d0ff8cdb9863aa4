create table sign_in_name (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null,
  kind text not null check (kind in ('username', 'email')),
  -- A work address stops being sign-in or recovery when its engagement ends; null for names that stay.
  engagement_id uuid references engagement,
  created_at timestamptz not null
);
create unique index sign_in_name_key on sign_in_name (lower(name));
create index sign_in_name_person_idx on sign_in_name (person_id);

create table password (
  person_id uuid primary key references person,
  hash text not null,
  changed_at timestamptz not null,
  must_change boolean not null default false,
  -- Everybody knows it: while one is left the product listens to its own machine only.
  demo boolean not null default false
);

create table session (
  id uuid primary key,
  person_id uuid not null references person,
  client text not null check (client in ('browser', 'api')),
  device text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index session_person_idx on session (person_id, created_at desc);

-- Tokens are kept only as SHA-256. used_at is set when the successor was handed out.
create table refresh_token (
  hash bytea primary key,
  session_id uuid not null references session on delete cascade,
  issued_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_session_idx on refresh_token (session_id, issued_at desc);

create table one_time_link (
  hash bytea primary key,
  kind text not null check (kind in ('invitation', 'reset', 'setup')),
  person_id uuid not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_link_person_idx on one_time_link (person_id, created_at desc);

create table privacy_acceptance (
  person_id uuid not null references person,
  notice_version int not null,
  accepted_at timestamptz not null,
  primary key (person_id, notice_version)
);
comment on table privacy_acceptance is 'Append-only.';
