-- Files that bring in many rows at once: what is in them, what they would change, and what became of each row.

create table import (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  size bigint not null,
  -- Where the file lies until it has been read; from then on the rows are all there is.
  sha256 text,
  state text not null check (state in ('reading', 'refused', 'columns', 'checking', 'checked', 'applying', 'applied')),
  -- Why it could not be read, or why a step came to nothing.
  refusal text,
  headings jsonb not null default '[]',
  samples jsonb not null default '[]',
  -- Column of the kind → place of the file's column, from 0.
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  -- Rows below the headings, and the step that is being done: how far it is.
  total int not null default 0,
  step int not null default 0,
  after_wave int not null default -1,
  after_n int not null default 0,
  done int not null default 0,
  todo int not null default 0,
  failures int not null default 0,
  -- Of those who are engaged where the file is about: how many there are, when leavers are asked for.
  engaged int,
  created_by uuid not null references person,
  created_at timestamptz not null,
  moved_at timestamptz not null,
  checked_at timestamptz,
  applied_at timestamptz,
  cleared_at timestamptz
);
create index import_list_idx on import (id desc, kind);
create index import_person_idx on import (created_by, id desc);
create index import_running_idx on import (moved_at) where state in ('reading', 'checking', 'applying');

-- Holds what people wrote about people, so it does not stay: thirty days, then an upkeep clears it.
create table import_row (
  import_id uuid not null references import on delete cascade,
  -- As the spreadsheet numbers it; what the file implies without saying it comes after its last row.
  n int not null,
  cells jsonb not null,
  -- By what other rows of the file can name it, as it stands there; null where by nothing.
  key text,
  -- What it is about, once names are resolved: two rows with the same are about the same.
  identity text,
  outcome text check (outcome in ('new', 'change', 'same', 'unsure', 'faulty', 'leaving')),
  about text not null default '',
  messages jsonb not null default '[]',
  diff jsonb not null default '[]',
  likely jsonb not null default '[]',
  -- Who is meant, where that was not sure: the id of a person, or 'new'.
  choice text,
  selected boolean not null default true,
  -- What applying it will write, as it was checked. Another plan at that moment means that the facts have changed.
  plan jsonb,
  -- Rows of a later wave rest on rows of an earlier one.
  wave int not null default 0,
  result text check (result in ('applied', 'failed')),
  note text,
  primary key (import_id, n)
);
create index import_row_key_idx on import_row (import_id, key) where key is not null;
create index import_row_identity_idx on import_row (import_id, identity, n) where identity is not null;
create index import_row_outcome_idx on import_row (import_id, outcome, n);
create index import_row_wave_idx on import_row (import_id, wave, n) where outcome in ('new', 'change', 'leaving');
-- Rows come and go by the thousand; the usual fifth of a table would be a long wait.
alter table import_row set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);

-- Which column is which, under a name.
create table import_mapping (
  id uuid primary key,
  kind text not null,
  name text not null,
  -- Column of the kind → heading of the file.
  headings jsonb not null,
  created_by uuid not null references person,
  created_at timestamptz not null
);
create unique index import_mapping_name_key on import_mapping (created_by, kind, lower(name));

/*
 * How many rows of an import came to what. `chosen` are those that applying would touch.
 */
create function import_counts(p_import uuid) returns json language sql stable as $$
  select json_build_object(
    'new', count(*) filter (where outcome = 'new'),
    'change', count(*) filter (where outcome = 'change'),
    'same', count(*) filter (where outcome = 'same'),
    'unsure', count(*) filter (where outcome = 'unsure'),
    'faulty', count(*) filter (where outcome = 'faulty'),
    'leaving', count(*) filter (where outcome = 'leaving'),
    'chosen', count(*) filter (where selected and outcome in ('new', 'change', 'leaving') and result is null),
    'chosenLeaving', count(*) filter (where selected and outcome = 'leaving' and result is null),
    'applied', count(*) filter (where result = 'applied'),
    'failed', count(*) filter (where result = 'failed'))
  from import_row where import_id = p_import
$$;
