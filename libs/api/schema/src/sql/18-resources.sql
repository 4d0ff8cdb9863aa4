-- The library: files with a title of their own, which as many courses use as like to.
alter table upload drop constraint upload_kind_check;
alter table upload add constraint upload_kind_check check (kind in
  ('package', 'video', 'captions', 'document', 'image', 'file'));
-- Of a picture, in pixels.
alter table upload add column width int, add column height int;

create table resource (
  id uuid primary key,
  kind text not null check (kind in ('image', 'video', 'document', 'file', 'package')),
  title text not null,
  version int not null default 1,
  -- The number of the revision that new uses take.
  current int not null default 1,
  created_at timestamptz not null
);
create index resource_title_idx on resource (lower(title), id);

create table resource_revision (
  id uuid primary key,
  resource_id uuid not null references resource,
  number int not null,
  kind text not null,
  sha256 text not null,
  name text not null,
  size bigint not null,
  media_type text not null,
  summary text,
  seconds numeric,
  pages int,
  width int,
  height int,
  package_id uuid references content_package,
  created_by uuid references person,
  created_at timestamptz not null,
  unique (resource_id, number),
  -- The same bytes are one thing, so a file of an activity says by itself which resource it is.
  constraint resource_revision_bytes_key unique (kind, sha256)
);
comment on table resource_revision is 'Append-only.';
create function resource_kind_of(p_activity_kind text) returns text language sql immutable as $$
  select case when p_activity_kind in ('scorm12', 'scorm2004') then 'package'
    when p_activity_kind in ('video', 'document') then p_activity_kind end
$$;
create index activity_file_idx on activity (file_sha256) where file_sha256 is not null;

-- Every file of an activity that the library does not know yet comes in, with the activity's title. Answers how many.
create function gather_resources(p_at timestamptz) returns int language sql as $$
  with found as (
    select distinct on (resource_kind_of(a.kind), a.file_sha256)
      gen_random_uuid() as resource_id, gen_random_uuid() as revision_id, resource_kind_of(a.kind) as resource_kind,
      a.*, v.created_by
    from activity a join course_version v on v.id = a.course_version_id
    where resource_kind_of(a.kind) is not null and a.file_sha256 is not null and not exists (
      select from resource_revision r where r.kind = resource_kind_of(a.kind) and r.sha256 = a.file_sha256)
    order by resource_kind_of(a.kind), a.file_sha256, v.number desc
  ), made as (
    insert into resource (id, kind, title, created_at) select resource_id, resource_kind, title, p_at from found
  ), kept as (
    insert into resource_revision (id, resource_id, number, kind, sha256, name, size, media_type, summary, seconds, pages,
      package_id, created_by, created_at)
    select revision_id, resource_id, 1, resource_kind, file_sha256, coalesce(file_name, title), coalesce(file_size, 0),
      coalesce(media_type, 'application/octet-stream'), summary, seconds, pages, package_id, created_by, p_at
    from found
    returning 1
  )
  select count(*)::int from kept
$$;
select gather_resources(coalesce((select max(created_at) from course_version), 'epoch'));

-- Captions of a film of the library; a film in a page is shown with them.
create table resource_captions (
  revision_id uuid not null references resource_revision,
  language text not null,
  label text not null,
  sha256 text not null,
  size bigint not null,
  primary key (revision_id, language)
);

-- Which revision of each file a page shows. A page of a published version keeps the one that it was published with.
create table page_file (
  activity_id uuid not null references activity on delete cascade,
  resource_id uuid not null references resource,
  revision_id uuid not null references resource_revision,
  primary key (activity_id, resource_id)
);
create index page_file_resource_idx on page_file (resource_id);

create function page_file_ids(p_html text) returns uuid[] language sql immutable as $$
  select coalesce(array_agg(distinct m[1]::uuid), '{}') from regexp_matches(p_html,
    '<(?:img|figure) data-file="([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g') m
$$;

-- The rows follow the text, whoever writes it: an edit, a copy, an undo. A file that is new in the page comes as it is now.
create function bind_page_files() returns trigger language plpgsql as $$
declare
  v_ids uuid[] := page_file_ids(new.settings ->> 'html');
begin
  delete from page_file f where f.activity_id = new.id and not f.resource_id = any (v_ids);
  insert into page_file (activity_id, resource_id, revision_id)
    select new.id, r.id, v.id from resource r join resource_revision v on v.resource_id = r.id and v.number = r.current
    where r.id = any (v_ids)
    on conflict do nothing;
  if exists (select from unnest(v_ids) x(id) where not exists (select from resource r where r.id = x.id)) then
    raise exception 'a page shows a file that is not in the library' using errcode = '23503';
  end if;
  return null;
end
$$;
create trigger activity_page_files after insert or update of settings on activity
  for each row when (new.kind = 'page') execute function bind_page_files();

create function keep_published_page_files() returns trigger language plpgsql as $$
begin
  if exists (
    select from activity a join course_version v on v.id = a.course_version_id
    where a.id = case when tg_op = 'INSERT' then new.activity_id else old.activity_id end
      and v.state in ('published', 'retired')
  ) then
    raise exception 'a published version cannot be changed' using errcode = 'LM001';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger page_file_keep before insert or update or delete on page_file
  for each row execute function keep_published_page_files();

-- Where each revision is used: as the file of an activity, or in a page.
create view resource_use as
  select r.resource_id, r.id as revision_id, a.id as activity_id, a.course_version_id
  from activity a join resource_revision r on r.kind = resource_kind_of(a.kind) and r.sha256 = a.file_sha256
  union all
  select f.resource_id, f.revision_id, a.id, a.course_version_id
  from page_file f join activity a on a.id = f.activity_id;

-- "I have read this": the promise of a page or a link, with what it was made of.
create table promise (
  attempt_id uuid primary key references attempt,
  person_id uuid not null references person,
  name text not null,
  statement text,
  settings_hash text not null,
  made_at timestamptz not null
);
comment on table promise is 'Append-only.';

/*
 * Ends a page or a link by its reader's word. A link's statement has to be the one that stands there. Null when it is not
 * the person's attempt at such an activity; {"changed": true} when the statement is another one by now.
 */
create function keep_promise(p_attempt uuid, p_person uuid, p_statement text, p_at timestamptz, p_today date)
returns jsonb language plpgsql as $$
declare
  v_settings jsonb;
begin
  select a.settings into v_settings from attempt t join activity a on a.id = t.activity_id
    where t.id = p_attempt and t.person_id = p_person and t.state <> 'abandoned' and a.kind in ('page', 'link')
    for update of t;
  if v_settings is null then
    return null;
  end if;
  if v_settings ->> 'kind' = 'link' and v_settings ->> 'statement' is distinct from p_statement then
    return '{"changed": true}';
  end if;
  insert into promise (attempt_id, person_id, name, statement, settings_hash, made_at)
    select p_attempt, p_person, coalesce(p.known_as, p.given_name) || ' ' || p.family_name,
      case when v_settings ->> 'kind' = 'link' then p_statement end,
      encode(sha256(convert_to(v_settings::text, 'UTF8')), 'hex'), p_at
    from person p where p.id = p_person
    on conflict do nothing;
  return finish_attempt(p_attempt, p_person, null, p_today, 'attempt', '{}', p_at);
end
$$;
