create table content_package (
  id uuid primary key,
  standard text not null check (standard in ('scorm12', 'scorm2004')),
  edition text not null,
  title text not null,
  source_sha256 text not null,
  entry_root text not null default '',
  scos jsonb not null,
  total_size bigint not null,
  created_at timestamptz not null
);
create table package_file (
  package_id uuid not null references content_package on delete cascade,
  path text not null,
  sha256 text not null,
  size bigint not null,
  media_type text not null,
  primary key (package_id, path)
);

create table upload (
  id uuid primary key,
  kind text not null check (kind in ('package', 'video', 'captions', 'document')),
  name text not null,
  size bigint not null,
  sha256 text not null,
  state text not null check (state in ('waiting', 'processing', 'ready', 'refused')),
  progress int not null default 0 check (progress between 0 and 100),
  refusal_code text,
  refusal text,
  summary text,
  title text,
  activity_kind text,
  package_id uuid references content_package,
  media_type text,
  seconds numeric,
  pages int,
  created_by uuid not null references person,
  created_at timestamptz not null
);

create table course (
  id uuid primary key,
  version int not null default 1,
  code text not null,
  title text not null,
  summary text not null default '',
  topics text[] not null default '{}',
  outcome text,
  owner_id uuid references person,
  mandatory boolean not null default false,
  created_at timestamptz not null
);
create unique index course_code_key on course (lower(code));
create index course_title_idx on course (lower(title), id);

create table course_version (
  id uuid primary key,
  course_id uuid not null references course,
  number int not null,
  version int not null default 1,
  state text not null default 'draft' check (state in ('draft', 'in-review', 'published', 'retired')),
  change text not null default 'major' check (change in ('major', 'minor')),
  validity_months int check (validity_months > 0),
  minutes int not null default 0,
  created_by uuid references person,
  created_at timestamptz not null,
  submitted_by uuid references person,
  submitted_at timestamptz,
  approved_by uuid references person,
  published_at timestamptz,
  retired_at timestamptz,
  returned_reason text,
  unique (course_id, number)
);
create unique index course_version_open_key on course_version (course_id) where state in ('draft', 'in-review');
create unique index course_version_published_key on course_version (course_id) where state = 'published';

create table activity (
  id uuid primary key,
  course_version_id uuid not null references course_version,
  -- The same activity through all versions of its course.
  lineage_id uuid not null,
  position int not null,
  kind text not null check (kind in ('scorm12', 'scorm2004', 'video', 'document', 'in-person')),
  title text not null,
  minutes int,
  completion_rule jsonb,
  package_id uuid references content_package,
  file_sha256 text,
  file_name text,
  file_size bigint,
  media_type text,
  seconds numeric,
  pages int,
  summary text,
  no_speech boolean not null default false,
  unique (course_version_id, position) deferrable initially deferred,
  check (kind not in ('scorm12', 'scorm2004') or (package_id is not null and completion_rule is not null)),
  check (kind not in ('video', 'document') or file_sha256 is not null)
);
create table activity_captions (
  id uuid primary key,
  activity_id uuid not null references activity on delete cascade,
  language text not null,
  label text not null,
  sha256 text not null,
  size bigint not null,
  unique (activity_id, language)
);

create table learning_path (
  id uuid primary key,
  version int not null default 1,
  code text not null,
  title text not null,
  kind text not null check (kind in ('onboarding', 'role', 'refresher', 'offboarding')),
  summary text not null default '',
  created_at timestamptz not null
);
create unique index learning_path_code_key on learning_path (lower(code));
create table path_version (
  id uuid primary key,
  path_id uuid not null references learning_path,
  number int not null,
  version int not null default 1,
  state text not null default 'draft' check (state in ('draft', 'in-review', 'published', 'retired')),
  audience jsonb not null default '{"organisationKinds": [], "employmentGroups": []}',
  sequential boolean not null default false,
  open_days int not null default 7,
  created_by uuid references person,
  created_at timestamptz not null,
  submitted_by uuid references person,
  submitted_at timestamptz,
  approved_by uuid references person,
  published_at timestamptz,
  retired_at timestamptz,
  returned_reason text,
  unique (path_id, number)
);
create unique index path_version_open_key on path_version (path_id) where state in ('draft', 'in-review');
create unique index path_version_published_key on path_version (path_id) where state = 'published';
create table path_stage (
  id uuid primary key,
  path_version_id uuid not null references path_version on delete cascade,
  position int not null,
  title text not null,
  day_offset int not null,
  unique (path_version_id, position)
);
create table path_step (
  id uuid primary key,
  stage_id uuid not null references path_stage on delete cascade,
  position int not null,
  course_id uuid not null references course,
  optional boolean not null default false,
  unique (stage_id, position)
);
create index path_step_course_idx on path_step (course_id);

-- What is published stays as it was: only its life may go on.
create function keep_published_version() returns trigger language plpgsql as $$
begin
  if old.state in ('published', 'retired') and (
    to_jsonb(new) - array['state', 'retired_at', 'version'] <> to_jsonb(old) - array['state', 'retired_at', 'version']
    or new.state not in ('published', 'retired')
  ) then
    raise exception 'a published version cannot be changed' using errcode = 'LM001';
  end if;
  return new;
end
$$;
create trigger course_version_keep before update on course_version
  for each row execute function keep_published_version();
create trigger path_version_keep before update on path_version
  for each row execute function keep_published_version();

create function keep_published_parts() returns trigger language plpgsql as $$
declare
  parent uuid;
  state text;
begin
  if tg_table_name = 'activity' then
    parent := case when tg_op = 'INSERT' then new.course_version_id else old.course_version_id end;
    select v.state into state from course_version v where v.id = parent;
  elsif tg_table_name = 'activity_captions' then
    select v.state into state from activity a join course_version v on v.id = a.course_version_id
    where a.id = case when tg_op = 'INSERT' then new.activity_id else old.activity_id end;
  elsif tg_table_name = 'path_stage' then
    parent := case when tg_op = 'INSERT' then new.path_version_id else old.path_version_id end;
    select v.state into state from path_version v where v.id = parent;
  else
    select v.state into state from path_stage s join path_version v on v.id = s.path_version_id
    where s.id = case when tg_op = 'INSERT' then new.stage_id else old.stage_id end;
  end if;
  if state in ('published', 'retired') then
    raise exception 'a published version cannot be changed' using errcode = 'LM001';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger activity_keep before insert or update or delete on activity
  for each row execute function keep_published_parts();
create trigger activity_captions_keep before insert or update or delete on activity_captions
  for each row execute function keep_published_parts();
create trigger path_stage_keep before insert or update or delete on path_stage
  for each row execute function keep_published_parts();
create trigger path_step_keep before insert or update or delete on path_step
  for each row execute function keep_published_parts();
