-- Audiences and assignment rules: whom a course is given to, by what, since when, and why.

-- Words that an organisation keeps about an engagement, such as "night shift".
alter table engagement add column tags text[] not null default '{}';
create index engagement_tags_idx on engagement using gin (tags);

create table audience (
  id uuid primary key,
  version int not null default 1,
  name text not null,
  predicate jsonb not null,
  owner_id uuid not null references person,
  created_at timestamptz not null
);
create unique index audience_name_key on audience (lower(name));

create table assignment_rule (
  id uuid primary key,
  version int not null default 1,
  name text not null,
  owner_id uuid not null references person,
  created_at timestamptz not null
);
create unique index assignment_rule_name_key on assignment_rule (lower(name));

create table rule_version (
  id uuid primary key,
  -- Counts edits of a draft, for If-Match.
  version int not null default 1,
  rule_id uuid not null references assignment_rule,
  number int not null,
  state text not null default 'draft' check (state in ('draft', 'in-review', 'approved', 'active', 'ended')),
  -- Where the predicate was taken from; the predicate is a copy, so that a saved audience can go on changing.
  audience_id uuid references audience on delete set null,
  predicate jsonb not null,
  course_id uuid references course,
  path_id uuid references learning_path,
  due jsonb not null,
  -- How it comes again, as data: as the course says, once, or by a recurrence of its own.
  recurrence jsonb not null default '{"kind": "course"}',
  effective_on date not null,
  -- The last day on which it gives anything.
  ends_on date,
  created_by uuid not null references person,
  created_at timestamptz not null,
  proposed_by uuid references person,
  proposed_at timestamptz,
  approved_by uuid references person,
  approved_at timestamptz,
  returned_reason text,
  -- What was approved, and then applied.
  preview_id uuid,
  applied_by uuid references person,
  applied_at timestamptz,
  superseded_by uuid references rule_version,
  ended_by uuid references person,
  ended_at timestamptz,
  ended_reason text,
  unique (rule_id, number),
  check (course_id is null or path_id is null),
  check (approved_by is null or approved_by <> proposed_by),
  check (state not in ('active', 'ended') or (applied_by is not null and (course_id is not null or path_id is not null)))
);
-- One at a time is worked on.
create unique index rule_version_open_key on rule_version (rule_id) where state in ('draft', 'in-review', 'approved');
create index rule_version_active_idx on rule_version (rule_id) where state = 'active';
create index rule_version_course_idx on rule_version (course_id) where state = 'active';

-- What was applied never changes; it can only be ended.
create function keep_applied_rule_version() returns trigger language plpgsql as $$
declare
  v_free text[] := array['version', 'state', 'ends_on', 'superseded_by', 'ended_by', 'ended_at', 'ended_reason', 'audience_id'];
begin
  if tg_op = 'DELETE' then
    if old.state in ('active', 'ended') then
      raise exception 'an applied version cannot be removed' using errcode = 'LM001';
    end if;
    return old;
  end if;
  if old.state in ('active', 'ended') and (to_jsonb(new) - v_free is distinct from to_jsonb(old) - v_free
      or new.state not in ('active', 'ended') or (old.state = 'ended' and new.state = 'active')
      or coalesce(new.ends_on, 'infinity') > coalesce(old.ends_on, 'infinity')) then
    raise exception 'an applied version cannot be changed' using errcode = 'LM001';
  end if;
  return new;
end
$$;
create trigger rule_version_keep before update or delete on rule_version
  for each row execute function keep_applied_rule_version();

create trigger audience_history after insert or update or delete on audience
  for each row execute function record_history('audience');
create trigger assignment_rule_history after insert or update or delete on assignment_rule
  for each row execute function record_history('assignment rule');
create trigger rule_version_history after insert or update or delete on rule_version
  for each row execute function record_history('rule version');

alter table assignment_reason
  add constraint assignment_reason_rule_version_fkey foreign key (rule_version_id) references rule_version;

-- A path that a rule gave, and the engagement as it was then.
alter table path_enrolment
  add column rule_version_id uuid references rule_version,
  add column facts jsonb,
  add check (rule_version_id is null or facts is not null);
create index path_enrolment_rule_idx on path_enrolment (rule_version_id) where rule_version_id is not null;

-- The courses whose completion, revocation or expiry concerns an active version.
create table rule_reads (
  rule_version_id uuid not null references rule_version on delete cascade,
  course_id uuid not null references course,
  primary key (course_id, rule_version_id)
);

-- Somebody for whom a rule's own date leaves too little time: to be decided; until then the realistic date counts.
create table rule_exception (
  id uuid primary key,
  version int not null default 1,
  rule_id uuid not null references assignment_rule,
  rule_version_id uuid not null references rule_version,
  engagement_id uuid not null references engagement,
  person_id uuid not null references person,
  policy_due_on date not null,
  realistic_due_on date not null,
  raised_at timestamptz not null,
  due_on date,
  note text not null default '',
  decided_by uuid references person,
  decided_at timestamptz,
  unique (rule_id, engagement_id),
  check ((due_on is null) = (decided_at is null))
);
create index rule_exception_open_idx on rule_exception (rule_id, raised_at, id) where decided_at is null;
create trigger rule_exception_history after insert or update or delete on rule_exception
  for each row execute function record_history('rule exception');

-- Derived: the next day on which what a rule says of a person can change by the calendar alone.
create table rule_person (
  rule_id uuid not null references assignment_rule,
  person_id uuid not null references person,
  next_on date not null,
  primary key (rule_id, person_id)
);
create index rule_person_next_idx on rule_person (next_on, person_id);
create index rule_person_person_idx on rule_person (person_id, next_on);

-- Work on many people: where it has got to, so that it goes on from there whoever was killed.
create table rule_run (
  id uuid primary key,
  kind text not null check (kind in ('apply', 'end', 'organisation')),
  -- Of an organisation that changed there is no rule: all of them are asked about its people.
  rule_id uuid references assignment_rule,
  rule_version_id uuid references rule_version,
  organisation_id uuid references organisation,
  requested_by uuid references person,
  requested_at timestamptz not null,
  after_person uuid,
  total int,
  done int not null default 0,
  given int not null default 0,
  ended int not null default 0,
  moved_at timestamptz not null,
  done_at timestamptz,
  check ((kind = 'organisation') = (organisation_id is not null)),
  check ((kind = 'organisation') = (rule_version_id is null))
);
create index rule_run_open_idx on rule_run (requested_at) where done_at is null;
create unique index rule_run_version_key on rule_run (rule_version_id, kind) where rule_version_id is not null;

-- What applying a version would do, as it was found; made anew for each look, so not kept in the history.
create table rule_preview (
  id uuid primary key,
  rule_version_id uuid not null references rule_version on delete cascade,
  -- The edit of the version that was looked at.
  seen int not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  -- The day for which it was worked out.
  on_date date not null,
  digest text not null,
  people int not null,
  gains int not null,
  loses int not null,
  moves int not null,
  keeps int not null
);
create index rule_preview_version_idx on rule_preview (rule_version_id, made_at desc);

create table rule_preview_row (
  rule_preview_id uuid not null references rule_preview on delete cascade,
  engagement_id uuid not null references engagement,
  person_id uuid not null references person,
  effect text not null check (effect in ('gains', 'loses', 'moves', 'keeps')),
  due_on date,
  before_on date,
  policy_due_on date,
  too_soon boolean not null,
  valid boolean not null,
  primary key (rule_preview_id, engagement_id)
);

-- The dates of a rule; the domain's `dueDates`, which a test holds these to.
create function rule_policy_on(due jsonb, effective date, starts date, assigned date, after_on date) returns date
language sql immutable as $$
  select case due ->> 'kind'
    when 'on' then (due ->> 'date')::date
    when 'after-start' then greatest(starts, effective) + (due ->> 'days')::int
    when 'after-assignment' then greatest(assigned, starts) + (due ->> 'days')::int
    when 'after-completion' then after_on + (due ->> 'days')::int
  end
$$;

-- The engagements that report to somebody, directly or through others.
create function engagements_under(manager uuid, today date) returns setof uuid language sql stable as $$
  with recursive under(id, person_id) as (
    select e.id, e.person_id from engagement e
    where e.line_manager_id = manager and (e.ends_on is null or e.ends_on >= today)
    union
    select e.id, e.person_id from engagement e join under u on e.line_manager_id = u.person_id
    where e.ends_on is null or e.ends_on >= today
  )
  select id from under
$$;

-- The first last day among the engagements of the managers above an engagement; null while none of them has an end.
create function line_ends_on(p_engagement uuid, today date) returns date language sql stable as $$
  with recursive line(person_id) as (
    select e.line_manager_id from engagement e where e.id = p_engagement and e.line_manager_id is not null
    union
    select e.line_manager_id from engagement e join line l on e.person_id = l.person_id
    where e.line_manager_id is not null and (e.ends_on is null or e.ends_on >= today)
  )
  select min(e.ends_on) from engagement e join line l on e.person_id = l.person_id where e.ends_on >= today
$$;

-- A fact on the record concerns rules that ask about its course, from wherever the fact comes.
create function announce_rule_facts() returns trigger language plpgsql as $$
declare
  v_course uuid := coalesce(new.course_id,
    (select l.course_id from ledger_entry l where l.person_id = new.person_id and l.seq = new.revokes_seq));
begin
  if exists (select from rule_reads r where r.course_id = v_course) then
    insert into outbox_event (at, type, person_id, payload)
      values (new.recorded_at, 'rule-facts.changed', new.person_id, jsonb_build_object('personId', new.person_id));
  end if;
  return null;
end
$$;
create trigger ledger_entry_tells_rules after insert on ledger_entry
  for each row execute function announce_rule_facts();

/*
 * Whether somebody may see what an engagement asks of its person: the person, whoever sees all, the line managers above
 * it, and the coordinators of its organisation and of those above.
 */
create function engagement_in_scope(actor uuid, p_engagement uuid, today date) returns boolean language sql stable as $$
  with recursive up(id, parent_id) as (
    select o.id, o.parent_id from organisation o join engagement e on e.organisation_id = o.id where e.id = p_engagement
    union
    select o.id, o.parent_id from organisation o join up on o.id = up.parent_id
  )
  select exists (select from engagement e where e.id = p_engagement and e.person_id = actor)
    or exists (
      select from role_grant g left join engagement e on e.id = g.engagement_id
      where g.person_id = actor and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
        and (e.id is null or e.ends_on is null or e.ends_on >= today)
        and (g.role in ('people-team', 'auditor') or (g.role = 'coordinator' and g.organisation_id in (select id from up)))
    )
    or manages_engagement(actor, p_engagement, today)
$$;
