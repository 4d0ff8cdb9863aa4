-- Lists as somebody likes to see them: filters, grouping, chosen and ordered columns.
create table saved_view (
  id uuid primary key,
  version int not null default 1,
  list text not null check (list in ('matrix')),
  name text not null,
  person_id uuid not null references person,
  -- With the People Team.
  shared boolean not null default false,
  -- As they stand in the list's address.
  filters jsonb not null,
  saved_at timestamptz not null
);
create unique index saved_view_name_key on saved_view (person_id, list, lower(name));
create index saved_view_shared_idx on saved_view (list) where shared;
