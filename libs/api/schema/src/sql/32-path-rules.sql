-- Paths that hang on the first or the last day of an engagement, and the link with which somebody who has left takes their
-- record along.

-- Nothing on a path is due sooner than so many days after it was given. Whoever leaves has no days to be given.
alter table path_enrolment add column grace_days int not null default 7;

-- The day from which a path counts: the last day of the engagement where somebody leaves, else the first.
create function path_anchor(kind text, starts_on date, ends_on date) returns date language sql immutable as $$
  select case kind when 'offboarding' then ends_on else starts_on end
$$;

create function path_grace(kind text) returns int language sql immutable as $$
  select case kind when 'offboarding' then 0 else 7 end
$$;

-- When a version of a path opens: before its anchor, and where somebody leaves before its first step.
create function path_opens_on(v path_version, kind text, anchor date) returns date language sql stable as $$
  select anchor - v.open_days + case when kind = 'offboarding' then least(0, (
    select min(coalesce(s.day_offset, g.day_offset)) from path_stage g left join path_step s on s.stage_id = g.id
    where g.path_version_id = v.id)) else 0 end
$$;

do $$
declare
  f regprocedure;
begin
  foreach f in array array['path_stops(uuid, date)', 'path_counts(uuid[], date)']::regprocedure[] loop
    execute replace(pg_get_functiondef(f), 'coalesce(n.moved_on, n.given_on) + 7',
      'coalesce(n.moved_on, n.given_on) + n.grace_days');
  end loop;
end
$$;

create index engagement_ends_idx on engagement (ends_on) where ends_on is not null;

-- A link that needs no sign-in and shows one person's own record, for so long after they have left.
create table leaver_link (
  id uuid primary key,
  person_id uuid not null references person,
  -- What is kept of the token.
  hash bytea not null unique,
  sent_to text not null,
  created_at timestamptz not null,
  -- The last day on which it opens anything.
  ends_on date not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references person
);
create unique index leaver_link_standing_key on leaver_link (person_id) where revoked_at is null;
