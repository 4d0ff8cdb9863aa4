create table organisation (
  id uuid primary key,
  version int not null default 1,
  kind text not null check (kind in ('client', 'partner', 'supplier')),
  name text not null,
  short_name text not null,
  parent_id uuid references organisation deferrable,
  sponsor_id uuid references organisation deferrable,
  created_at timestamptz not null,
  check (kind = 'supplier' or (parent_id is null and sponsor_id is null)),
  check (parent_id <> id)
);
create unique index organisation_name_key on organisation (lower(name));
create index organisation_parent_idx on organisation (parent_id);

create table scheme (
  id uuid primary key,
  version int not null default 1,
  code text not null,
  name text not null,
  starts_on date,
  ends_on date,
  created_at timestamptz not null,
  check (starts_on <= ends_on)
);
create unique index scheme_code_key on scheme (lower(code));

create table person (
  id uuid primary key,
  version int not null default 1,
  given_name text not null,
  family_name text not null,
  known_as text,
  contact_email text,
  phone text,
  created_at timestamptz not null,
  erased_at timestamptz
);
create index person_name_idx on person (lower(family_name), lower(given_name), id);

-- Two entries that turned out to be one human being: facts are never rewritten, they are read through the alias.
create table person_alias (
  person_id uuid primary key references person,
  same_as uuid not null references person,
  since timestamptz not null,
  check (person_id <> same_as)
);

create table engagement (
  id uuid primary key,
  version int not null default 1,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  employee_number text not null,
  job_role text not null,
  employment_group text not null check (employment_group in ('office', 'site', 'driver', 'supervisor', 'manager')),
  scheme_ids uuid[] not null default '{}',
  line_manager_id uuid references person,
  work_email text,
  starts_on date not null,
  ends_on date,
  created_at timestamptz not null,
  check (starts_on <= ends_on),
  check (line_manager_id <> person_id)
);
create unique index engagement_employee_number_key on engagement (organisation_id, lower(employee_number));
create index engagement_person_idx on engagement (person_id, starts_on desc);
create index engagement_line_manager_idx on engagement (line_manager_id) where line_manager_id is not null;
create index engagement_scheme_idx on engagement using gin (scheme_ids);

create table role_grant (
  id uuid primary key,
  version int not null default 1,
  person_id uuid not null references person,
  role text not null check (role in ('people-team', 'author', 'trainer', 'coordinator', 'auditor', 'administrator')),
  organisation_id uuid references organisation,
  -- Powers given through one employer end with that engagement; null for powers of the Alliance itself.
  engagement_id uuid references engagement,
  starts_on date not null,
  ends_on date,
  granted_by uuid references person,
  created_at timestamptz not null,
  check (starts_on <= ends_on or ends_on is null or ends_on >= starts_on - 1),
  check ((role = 'coordinator') = (organisation_id is not null))
);
create index role_grant_person_idx on role_grant (person_id);

create trigger organisation_history after insert or update or delete on organisation
  for each row execute function record_history('organisation');
create trigger scheme_history after insert or update or delete on scheme
  for each row execute function record_history('scheme');
create trigger person_history after insert or update or delete on person
  for each row execute function record_history('person');
create trigger engagement_history after insert or update or delete on engagement
  for each row execute function record_history('engagement');
create trigger role_grant_history after insert or update or delete on role_grant
  for each row execute function record_history('role grant');

create function organisation_and_below(root uuid) returns setof uuid language sql stable as $$
  with recursive below(id) as (
    select root
    union
    select o.id from organisation o join below b on o.parent_id = b.id
  )
  select id from below
$$;

create function organisation_tier(org uuid) returns int language sql stable as $$
  with recursive up(id, parent_id, kind) as (
    select id, parent_id, kind from organisation where id = org
    union all
    select o.id, o.parent_id, o.kind from organisation o join up on o.id = up.parent_id
  )
  select case when bool_and(kind = 'supplier') then count(*)::int end from up
$$;

/*
 * Who sees whom: the one definition. Everybody sees themselves; People Team and auditors see all; a coordinator sees
 * the people engaged by their organisation and the tiers below it; a line manager sees direct and indirect reports.
 * An engagement counts until its last day, and from the day it is planned: a starter can be prepared for.
 */
create function people_in_scope(actor uuid, today date) returns setof uuid language sql stable rows 2000 as $$
  with recursive
  powers as materialized (
    select g.role, g.organisation_id
    from role_grant g
    left join engagement e on e.id = g.engagement_id
    where g.person_id = actor
      and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
      and (e.id is null or e.ends_on is null or e.ends_on >= today)
  ),
  organisations(id) as (
    select organisation_id from powers where role = 'coordinator'
    union
    select o.id from organisation o join organisations s on o.parent_id = s.id
  ),
  reports(id) as (
    select e.person_id from engagement e
    where e.line_manager_id = actor and (e.ends_on is null or e.ends_on >= today)
    union
    select e.person_id from engagement e join reports r on e.line_manager_id = r.id
    where e.ends_on is null or e.ends_on >= today
  )
  select actor
  union
  select p.id from person p where exists (select from powers where role in ('people-team', 'auditor'))
  union
  select id from reports
  union
  select e.person_id from engagement e
  where e.organisation_id in (select id from organisations) and (e.ends_on is null or e.ends_on >= today)
$$;
