-- Lists as files: what somebody asked for, made by a job, kept for some days.
create table list_file (
  id uuid primary key,
  person_id uuid not null references person,
  list text not null,
  format text not null check (format in ('csv', 'xlsx', 'pdf')),
  -- The filters of the list's address.
  filters jsonb not null,
  title text not null default '',
  narrowed jsonb not null default '[]',
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'making', 'ready', 'failed', 'ended')),
  -- Rows written, of how many where that is known.
  done int not null default 0,
  total int,
  refusal text,
  done_at timestamptz,
  sha256 text,
  size bigint,
  -- The file goes after this moment.
  ends_at timestamptz,
  check ((state = 'ready') = (sha256 is not null))
);
create index list_file_person_idx on list_file (person_id, id desc);
create index list_file_ends_idx on list_file (ends_at) where state = 'ready';
create index list_file_open_idx on list_file (person_id, asked_at) where state in ('waiting', 'making');
