-- What proves, besides a password, who somebody is. Secrets of apps are sealed with a key of the installation, so that a
-- copy of the database alone makes no codes.
create table authenticator_app (
  person_id uuid primary key references person,
  sealed_secret bytea not null,
  created_at timestamptz not null,
  -- Null until a code of it was typed: it counts from then on.
  confirmed_at timestamptz,
  -- The newest time step of which a code was taken: none is taken twice (RFC 6238, section 5.2).
  last_step bigint not null default 0
);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person_idx on passkey (person_id);

-- Kept as a keyed hash only; each opens once.
create table recovery_code (
  hash bytea primary key,
  person_id uuid not null references person,
  created_at timestamptz not null,
  used_at timestamptz
);
create index recovery_code_person_idx on recovery_code (person_id);

-- What a passkey is asked to sign: one at a time for a session, gone when it is used.
create table passkey_challenge (
  session_id uuid primary key references session on delete cascade,
  purpose text not null check (purpose in ('add', 'confirm')),
  challenge text not null,
  expires_at timestamptz not null
);

-- When a session was confirmed with a second factor; it holds as long as the session.
alter table session add column second_factor_at timestamptz;
