-- What the platform calls itself and looks like, and the outcomes that courses serve.

-- Pictures that were brought in as logos; the bytes stand with the other files.
create table brand_logo (
  sha256 text primary key,
  -- In pixels.
  width int not null check (width > 0),
  height int not null check (height > 0),
  size int not null,
  added_by uuid not null references person,
  added_at timestamptz not null
);
comment on table brand_logo is 'Append-only.';

-- The newest counts; before the first one the product's own name, mark and colours do. Empty columns are the product's own.
create table brand_version (
  number int primary key check (number > 0),
  name text,
  accent_light text check (accent_light ~ '^#[0-9a-f]{6}$'),
  accent_dark text check (accent_dark ~ '^#[0-9a-f]{6}$'),
  logo_sha256 text references brand_logo,
  support_name text not null default '',
  support_email text not null default '',
  support_phone text not null default '',
  changed_by uuid not null references person,
  changed_at timestamptz not null,
  check ((accent_light is null) = (accent_dark is null))
);
comment on table brand_version is 'Append-only.';

-- In the order in which people read them. None is ever deleted: courses of old are found by it.
create table outcome (
  id uuid primary key,
  version int not null default 1,
  name text not null constraint outcome_name_key unique check (name <> ''),
  position int not null,
  retired_at timestamptz,
  created_at timestamptz not null
);
create unique index outcome_lower_name_key on outcome (lower(name));
create trigger outcome_history after insert or update or delete on outcome
  for each row execute function record_history('outcome');

-- What courses say already. Of two spellings that differ in capitals alone the one that more courses have stays.
insert into outcome (id, name, position, created_at)
select gen_random_uuid(), n.name, row_number() over (order by lower(n.name)), n.created_at
from (
  select distinct on (lower(c.outcome)) c.outcome as name, min(c.created_at) as created_at
  from course c where c.outcome is not null and c.outcome <> ''
  group by c.outcome order by lower(c.outcome), count(*) desc, c.outcome
) n;
update course c set outcome = o.name from outcome o where lower(o.name) = lower(c.outcome) and o.name <> c.outcome;
update course set outcome = null where outcome = '';

-- A course's outcome is one of the list, and follows its name.
alter table course add constraint course_outcome_fkey foreign key (outcome) references outcome (name) on update cascade;
create index course_outcome_idx on course (outcome) where outcome is not null;
