-- What counts as a course without being it: outside cards, courses of a parent company, and other courses.

-- One thing counts as one course; how, since when and for how long stands in its versions.
create table equivalence (
  id uuid primary key,
  version int not null default 1,
  -- What it counts as.
  course_id uuid not null references course,
  source_course_id uuid references course,
  qualification_id uuid references outside_qualification,
  owner_id uuid not null references person,
  created_at timestamptz not null,
  check ((source_course_id is null) <> (qualification_id is null)),
  check (source_course_id <> course_id)
);
create unique index equivalence_source_course_key on equivalence (source_course_id, course_id) where source_course_id is not null;
create unique index equivalence_qualification_key on equivalence (qualification_id, course_id) where qualification_id is not null;
create index equivalence_course_idx on equivalence (course_id);

create table equivalence_version (
  id uuid primary key,
  -- Counts edits of a draft, for If-Match.
  version int not null default 1,
  equivalence_id uuid not null references equivalence,
  number int not null,
  state text not null default 'draft' check (state in ('draft', 'in-review', 'active', 'ended')),
  kind text not null default 'full' check (kind in ('full', 'top-up')),
  -- Of a top-up: what is left to be done.
  remainder_course_id uuid references course,
  -- The days of award that count, inclusive; null is open.
  from_on date,
  to_on date,
  -- It counts for so many months at most.
  limit_months int check (limit_months between 1 and 600),
  reason text not null default '',
  created_by uuid not null references person,
  created_at timestamptz not null,
  -- The dry run that is to be decided about, or was.
  preview_id uuid,
  proposed_by uuid references person,
  proposed_at timestamptz,
  returned_reason text,
  applied_by uuid references person,
  applied_at timestamptz,
  unique (equivalence_id, number),
  check ((kind = 'top-up') = (remainder_course_id is not null) or state = 'draft'),
  check (state not in ('active', 'ended') or applied_by is not null)
);
create unique index equivalence_version_open_key on equivalence_version (equivalence_id) where state in ('draft', 'in-review');
create index equivalence_version_active_idx on equivalence_version (equivalence_id) where state = 'active';

-- What was applied never changes; its last day can come nearer, and it can end.
create function keep_applied_equivalence_version() returns trigger language plpgsql as $$
declare
  v_free text[] := array['version', 'state', 'to_on'];
begin
  if tg_op = 'DELETE' then
    if old.state in ('active', 'ended') then
      raise exception 'an applied version cannot be removed' using errcode = 'LM001';
    end if;
    return old;
  end if;
  if old.state in ('active', 'ended') and (to_jsonb(new) - v_free is distinct from to_jsonb(old) - v_free
      or new.state not in ('active', 'ended') or (old.state = 'ended' and new.state = 'active')
      or coalesce(new.to_on, 'infinity') > coalesce(old.to_on, 'infinity')) then
    raise exception 'an applied version cannot be changed' using errcode = 'LM001';
  end if;
  return new;
end
$$;
create trigger equivalence_version_keep before update or delete on equivalence_version
  for each row execute function keep_applied_equivalence_version();

-- Ending one: from a day on nothing new, or as if it had never been.
create table equivalence_end (
  id uuid primary key,
  version int not null default 1,
  equivalence_id uuid not null references equivalence,
  -- Of a retroactive one: the dry run that was seen.
  preview_id uuid,
  how text not null check (how in ('prospective', 'retroactive')),
  -- Of a prospective one: the first day of award that does not count any more.
  from_on date,
  reason text not null,
  -- The people from whom something is taken back.
  people int not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  decision text not null default '',
  check ((how = 'prospective') = (from_on is not null))
);
create unique index equivalence_end_waiting_key on equivalence_end (equivalence_id) where state = 'waiting';

create trigger equivalence_history after insert or update or delete on equivalence
  for each row execute function record_history('equivalence');
create trigger equivalence_version_history after insert or update or delete on equivalence_version
  for each row execute function record_history('equivalence version');
create trigger equivalence_end_history after insert or update or delete on equivalence_end
  for each row execute function record_history('equivalence end');

-- The courses that a version in force starts from: one look tells whether a completion concerns any.
create table equivalence_reads (
  course_id uuid not null references course,
  equivalence_version_id uuid not null references equivalence_version,
  primary key (course_id, equivalence_version_id)
);

-- Which completion came from what, by which version. The completion's `source_id` is the id here.
create table counted_through (
  id uuid primary key,
  equivalence_version_id uuid not null references equivalence_version,
  equivalence_id uuid not null references equivalence,
  -- The completion that was given: whose chain, and its number there.
  person_id uuid not null references person,
  seq int not null,
  -- What it came from: a completion, an award, or evidence that was accepted.
  source_person_id uuid references person,
  source_seq int,
  award_id uuid references outside_award,
  evidence_id uuid references evidence_check,
  -- Of a top-up: the completion of what was left to be done.
  topped_person_id uuid references person,
  topped_seq int,
  -- The courses on the way, its own last. What came from a course never counts as it again.
  path uuid[] not null,
  at timestamptz not null,
  unique (person_id, seq),
  check (num_nonnulls(source_seq, award_id, evidence_id) = 1)
);
create index counted_through_source_idx on counted_through (source_person_id, source_seq) where source_seq is not null;
create index counted_through_topped_idx on counted_through (topped_person_id, topped_seq) where topped_seq is not null;
create index counted_through_award_idx on counted_through (award_id) where award_id is not null;
create index counted_through_evidence_idx on counted_through (evidence_id) where evidence_id is not null;
create index counted_through_equivalence_idx on counted_through (equivalence_id, person_id);
comment on table counted_through is 'Append-only.';

create index evidence_submission_issuer_idx on evidence_submission (outside_key(issuer));
create index evidence_check_person_idx on evidence_check (person_id) where outcome = 'accepted';

-- The version of a course whose completion a day in the past belongs to: the one that was published on it, else the first.
create function version_on(p_course uuid, p_on date) returns uuid language sql stable as $$
  select v.id from course_version v
  where v.course_id = p_course and v.state in ('published', 'retired')
  order by (v.published_at at time zone 'Europe/London')::date <= p_on desc,
    case when (v.published_at at time zone 'Europe/London')::date <= p_on then -v.number else v.number end
  limit 1
$$;

-- The courses that lie behind a completion, its own among them.
create function courses_behind(l ledger_entry) returns uuid[] language sql stable as $$
  select case when k.path[cardinality(k.path)] = l.course_id then k.path else coalesce(k.path, '{}') || l.course_id end
  from (select (select c.path from counted_through c where c.id = l.source_id) as path) k
$$;

/*
 * Whether evidence shows a card: it was accepted, names the issuer, and its course or its activity has the card's name.
 * Where the completion that it led to was taken back, it shows nothing.
 */
create function shows_card(p_evidence uuid, p_qualification uuid) returns boolean language sql stable as $$
  select exists (
    select from outside_qualification q
    join evidence_check h on h.id = p_evidence and h.outcome = 'accepted'
    join evidence_submission s on s.id = h.id and outside_key(s.issuer) = outside_key(q.issuer)
    join attempt t on t.id = h.attempt_id
    join activity a on a.id = t.activity_id
    join course c on c.id = t.course_id
    where q.id = p_qualification and q.kind = 'card' and outside_key(q.title) in (outside_key(a.title), outside_key(c.title))
      and not exists (
        select from ledger_entry l where l.person_id = h.person_id and l.source = 'evidence' and l.source_id = h.attempt_id
          and l.kind = 'completion' and is_revoked(l.person_id, l.seq)))
$$;

/*
 * What versions give some people and have not given them yet: of every fact that counts what it comes to. A completion
 * counts from the day of the fact (of a top-up the later of its two) to the earliest of what the fact says, what the
 * course says, and the version's limit. The domain's `yieldsOf`, which a test holds this to. Always from the few people to
 * their facts, never through everybody's: hence the subqueries that cannot be turned round.
 */
create function equivalence_yields(p_versions uuid[], p_persons uuid[]) returns table (
  equivalence_version_id uuid, equivalence_id uuid, person_id uuid, course_id uuid, course_version_id uuid, completed_on date,
  valid_until date, source_person_id uuid, source_seq int, award_id uuid, evidence_id uuid, topped_person_id uuid, topped_seq int,
  path uuid[]
) language sql stable as $$
  with people as materialized (
    select p.id as person_id, c.chain_id from unnest(p_persons) p(id) cross join lateral unnest(persons_as(p.id)) c(chain_id)
  ), version as materialized (
    select v.id, v.equivalence_id, v.kind, v.remainder_course_id, v.limit_months, e.course_id, e.source_course_id, e.qualification_id,
      coalesce(v.from_on, '-infinity') as from_on, coalesce(v.to_on, 'infinity') as to_on
    from equivalence_version v join equivalence e on e.id = v.equivalence_id where v.id = any (p_versions)
  ), fact as materialized (
    select v.id as version_id, p.person_id, l.person_id as source_person_id, l.seq as source_seq, null::uuid as award_id,
      null::uuid as evidence_id, l.completed_on as since, l.valid_until as until, courses_behind(l) as path
    from version v cross join people p
    cross join lateral (select x.* from ledger_entry x
      where x.person_id = p.chain_id and x.course_id = v.source_course_id and x.kind = 'completion' offset 0) l
    where l.completed_on between v.from_on and v.to_on and not is_revoked(l.person_id, l.seq)
    union all
    select v.id, p.person_id, null, null, a.id, null, a.awarded_on, a.expires_on, '{}'
    from version v cross join people p
    cross join lateral (select x.* from outside_award x
      where x.person_id = p.chain_id and x.qualification_id = v.qualification_id offset 0) a
    where a.awarded_on between v.from_on and v.to_on and not exists (select from outside_award_end x where x.award_id = a.id)
    union all
    select v.id, p.person_id, null, null, null, h.id, h.issued_on, h.expires_on, '{}'
    from version v cross join people p
    cross join lateral (select x.* from evidence_check x
      where x.person_id = p.chain_id and x.outcome = 'accepted' and v.qualification_id is not null offset 0) h
    where h.issued_on between v.from_on and v.to_on and shows_card(h.id, v.qualification_id)
  ), way as (
    select v.*, f.person_id, f.source_person_id, f.source_seq, f.award_id, f.evidence_id, null::uuid as topped_person_id,
      null::int as topped_seq, f.since, f.until, f.path
    from version v join fact f on f.version_id = v.id where v.kind = 'full'
    union all
    select v.*, f.person_id, f.source_person_id, f.source_seq, f.award_id, f.evidence_id, r.person_id, r.seq,
      greatest(f.since, r.completed_on), least(f.until, r.valid_until), f.path || courses_behind(r)
    from version v join fact f on f.version_id = v.id
    join people p on p.person_id = f.person_id
    cross join lateral (select x.* from ledger_entry x
      where x.person_id = p.chain_id and x.course_id = v.remainder_course_id and x.kind = 'completion' offset 0) r
    where v.kind = 'top-up' and not is_revoked(r.person_id, r.seq)
  )
  select w.id, w.equivalence_id, w.person_id, w.course_id, o.version_id, w.since, o.until, w.source_person_id, w.source_seq, w.award_id,
    w.evidence_id, w.topped_person_id, w.topped_seq, w.path || w.course_id
  from way w
  cross join lateral (select version_on(w.course_id, w.since) as version_id offset 0) n
  cross join lateral (select n.version_id, least(w.until, version_counts_until(n.version_id, w.person_id, w.since),
    valid_until(w.since, w.limit_months)) as until offset 0) o
  where o.version_id is not null and not w.course_id = any (w.path) and (o.until is null or o.until >= w.since)
    and not exists (
      select from counted_through c
      where c.equivalence_id = w.equivalence_id and c.person_id = any (persons_as(w.person_id))
        and (c.source_person_id, c.source_seq, c.award_id, c.evidence_id, c.topped_person_id, c.topped_seq) is not distinct from
          (w.source_person_id, w.source_seq, w.award_id, w.evidence_id, w.topped_person_id, w.topped_seq)
        and (c.equivalence_version_id = w.id or not is_revoked(c.person_id, c.seq))
      offset 0)
$$;

/*
 * Gives what `equivalence_yields` finds; answers how many completions that were. Each names what it came from. What follows
 * from them in turn follows at the end of the transaction.
 */
create function count_equivalences(p_versions uuid[], p_persons uuid[], p_at timestamptz) returns int language plpgsql
-- Making the plan anew took twenty times as long as the work.
set plan_cache_mode = force_generic_plan as $$
declare
  y record;
  v_id uuid;
  v_seq int;
  v_given int := 0;
begin
  if cardinality(p_versions) = 0 or cardinality(p_persons) = 0 then
    return 0;
  end if;
  -- Two facts of one person at once: the second waits, then sees what the first gave.
  perform from ledger_head where person_id = any (p_persons) order by person_id for update;
  for y in select * from equivalence_yields(p_versions, p_persons) n order by n.person_id, n.completed_on, n.equivalence_version_id,
      n.source_seq, n.topped_seq loop
    v_id := gen_random_uuid();
    v_seq := append_completion(y.person_id, y.course_id, y.course_version_id, y.completed_on, y.valid_until, 'equivalence', v_id,
      '{}', p_at);
    insert into counted_through (id, equivalence_version_id, equivalence_id, person_id, seq, source_person_id, source_seq, award_id,
      evidence_id, topped_person_id, topped_seq, path, at)
    values (v_id, y.equivalence_version_id, y.equivalence_id, y.person_id, v_seq, y.source_person_id, y.source_seq, y.award_id,
      y.evidence_id, y.topped_person_id, y.topped_seq, y.path, p_at);
    insert into outbox_event (at, type, person_id, payload)
      values (p_at, 'course.completed', y.person_id, jsonb_build_object('courseId', y.course_id));
    v_given := v_given + 1;
  end loop;
  return v_given;
end
$$;

-- The versions in force that start from a course, or from what somebody brought from outside.
create function equivalences_from(p_course uuid) returns uuid[] language sql stable as $$
  select array(select r.equivalence_version_id from equivalence_reads r join equivalence_version v on v.id = r.equivalence_version_id
    where r.course_id = p_course and v.state = 'active' order by 1)
$$;
create function equivalences_of(p_qualifications uuid[]) returns uuid[] language sql stable as $$
  select array(select v.id from equivalence e join equivalence_version v on v.equivalence_id = e.id and v.state = 'active'
    where e.qualification_id = any (p_qualifications) order by 1)
$$;

-- The whole price of a completion that no equivalence starts from.
create function starts_equivalence(p_course uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from equivalence_reads where course_id = p_course);
end
$$;

-- At the end of the transaction, because a chain cannot grow while an entry is being added to it.
create function count_completion() returns trigger language plpgsql as $$
begin
  set constraints ledger_entry_counts deferred;
  perform count_equivalences(equivalences_from(new.course_id), array[who_is(new.person_id)], new.recorded_at);
  return null;
end
$$;
create constraint trigger ledger_entry_counts after insert on ledger_entry deferrable initially deferred
  for each row when (new.kind = 'completion' and starts_equivalence(new.course_id)) execute function count_completion();

-- Takes back what came from something, each by a new fact that says so; answers how many.
create function take_back_counted(p_counted uuid[], p_reason_code text, p_private jsonb, p_at timestamptz) returns int
language plpgsql as $$
declare
  c record;
  v_taken int := 0;
begin
  for c in select x.person_id, x.seq from counted_through x where x.id = any (p_counted) order by x.person_id, x.seq loop
    if revoke_completion(c.person_id, c.seq, p_reason_code, p_private, p_at) is not null then
      v_taken := v_taken + 1;
    end if;
  end loop;
  return v_taken;
end
$$;

create function take_back_what_counted() returns trigger language plpgsql as $$
declare
  v_source uuid;
begin
  set constraints ledger_entry_counts_no_more deferred;
  select l.source_id into v_source from ledger_entry l where l.person_id = new.person_id and l.seq = new.revokes_seq and l.source = 'evidence';
  perform take_back_counted(array(
      select c.id from counted_through c where c.source_person_id = new.person_id and c.source_seq = new.revokes_seq
      union select c.id from counted_through c where c.topped_person_id = new.person_id and c.topped_seq = new.revokes_seq
      union select c.id from evidence_check h join counted_through c on c.evidence_id = h.id
        where h.attempt_id = v_source and h.outcome = 'accepted'),
    'source-taken-back', '{}', new.recorded_at);
  return null;
end
$$;
create constraint trigger ledger_entry_counts_no_more after insert on ledger_entry deferrable initially deferred
  for each row when (new.kind = 'revocation') execute function take_back_what_counted();

create function count_awards() returns trigger language plpgsql as $$
begin
  perform count_equivalences(equivalences_of(array(select distinct qualification_id from added)),
    array(select distinct who_is(person_id) from added order by 1), (select max(recorded_at) from added));
  return null;
end
$$;
create trigger outside_award_counts after insert on outside_award referencing new table as added
  for each statement execute function count_awards();

create function take_back_what_awards_counted() returns trigger language plpgsql as $$
begin
  perform take_back_counted(array(select c.id from counted_through c join added a on a.award_id = c.award_id), 'source-taken-back', '{}',
    (select max(at) from added));
  return null;
end
$$;
create trigger outside_award_end_counts after insert on outside_award_end referencing new table as added
  for each statement execute function take_back_what_awards_counted();

/*
 * Does now what waits for the end of the transaction, for whoever looks before it. One kind after the other, and never one
 * inside the other: an entry cannot be added while another one is.
 */
create function follow_ledger(p_persons uuid[]) returns void language plpgsql as $$
declare
  v_before bigint := -1;
  v_entries bigint := 0;
begin
  while v_entries <> v_before loop
    v_before := v_entries;
    set constraints ledger_entry_refreshes immediate;
    set constraints ledger_entry_refreshes deferred;
    set constraints ledger_entry_counts immediate;
    set constraints ledger_entry_counts deferred;
    set constraints ledger_entry_counts_no_more immediate;
    set constraints ledger_entry_counts_no_more deferred;
    select sum(h.seq) into v_entries from ledger_head h where h.person_id = any (p_persons);
  end loop;
end
$$;

-- Evidence that was accepted shows a card that may count.
create function count_evidence() returns trigger language plpgsql as $$
begin
  perform count_equivalences(equivalences_of(array(
      select q.id from evidence_submission s
      join attempt t on t.id = s.attempt_id join activity a on a.id = t.activity_id join course c on c.id = t.course_id
      join outside_qualification q on q.kind = 'card' and outside_key(q.issuer) = outside_key(s.issuer)
        and outside_key(q.title) in (outside_key(a.title), outside_key(c.title))
      where s.id = new.id)), array[who_is(new.person_id)], new.checked_at);
  return null;
end
$$;
create constraint trigger evidence_check_counts after insert on evidence_check deferrable initially deferred
  for each row when (new.outcome = 'accepted') execute function count_evidence();

-- Two entries that become one person may together have what a top-up asks for.
create function count_merged() returns trigger language plpgsql as $$
begin
  perform count_equivalences(array(select v.id from equivalence_version v where v.state = 'active' order by v.id),
    array[who_is(new.same_as)], new.merged_at);
  return null;
end
$$;
create constraint trigger person_merge_counts after insert on person_merge deferrable initially deferred
  for each row execute function count_merged();

-- What is meant by a name, new or known.
create function name_qualification(p_kind text, p_issuer text, p_organisation uuid, p_code text, p_title text, p_at timestamptz)
returns uuid language plpgsql as $$
begin
  if qualification_of(p_kind, p_issuer, p_organisation, p_code, p_title) is null then
    insert into outside_qualification (id, kind, issuer, organisation_id, code, title, created_at)
    values (gen_random_uuid(), p_kind, coalesce(trim(p_issuer), ''), p_organisation, coalesce(trim(p_code), ''), trim(p_title), p_at)
    on conflict do nothing;
  end if;
  return qualification_of(p_kind, p_issuer, p_organisation, p_code, p_title);
end
$$;

-- Everybody whom a version may give something, now.
create function people_of_equivalence(p_version uuid) returns setof uuid language sql stable as $$
  select d.person_id from equivalence_version v join equivalence e on e.id = v.equivalence_id
  join standing_dates d on d.course_id = e.source_course_id and d.ever_completed where v.id = p_version
  union
  select who_is(a.person_id) from equivalence_version v join equivalence e on e.id = v.equivalence_id
  join outside_award a on a.qualification_id = e.qualification_id where v.id = p_version
  union
  select who_is(s.person_id) from equivalence_version v join equivalence e on e.id = v.equivalence_id
  join outside_qualification q on q.id = e.qualification_id and q.kind = 'card'
  join evidence_submission s on outside_key(s.issuer) = outside_key(q.issuer) where v.id = p_version and shows_card(s.id, q.id)
$$;

-- Everybody who has something by an equivalence.
create function people_counted_by(p_equivalence uuid) returns setof uuid language sql stable as $$
  select distinct c.person_id from counted_through c where c.equivalence_id = p_equivalence
    and not exists (select from ledger_entry x where x.person_id = c.person_id and x.kind = 'revocation' and x.revokes_seq = c.seq)
$$;

-- The same effects have the same digest, and others another.
create function digest_of_equivalence(p_version uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', y.person_id, y.completed_on, y.valid_until, y.source_person_id,
      y.source_seq, y.award_id, y.evidence_id, y.topped_person_id, y.topped_seq), E'\n'
      order by y.person_id, y.completed_on, y.source_seq, y.award_id, y.evidence_id, y.topped_seq), ''), 'UTF8')), 'hex')
  from equivalence_yields(array[p_version], array(select people_of_equivalence(p_version))) y
$$;
create function digest_of_counted(p_equivalence uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(c.id::text, ',' order by c.id), ''), 'UTF8')), 'hex')
  from counted_through c where c.equivalence_id = p_equivalence
    and not exists (select from ledger_entry x where x.person_id = c.person_id and x.kind = 'revocation' and x.revokes_seq = c.seq)
$$;

/*
 * Work on everybody whom an equivalence concerns: giving what a version gives, or taking back what it gave. A dry one does
 * the same and undoes it: its rows are the preview.
 */
create table equivalence_run (
  id uuid primary key,
  kind text not null check (kind in ('apply', 'withdraw')),
  dry boolean not null,
  equivalence_id uuid not null references equivalence,
  equivalence_version_id uuid references equivalence_version on delete cascade,
  -- Of a dry one: the edit of the version that was looked at, and what was found.
  seen int,
  digest text,
  people int,
  reason text not null default '',
  requested_by uuid not null references person,
  requested_at timestamptz not null,
  -- Transactions that had begun before this stood have ended once no older one than this is left.
  waits_for bigint,
  after_person uuid,
  total int,
  done int not null default 0,
  -- Completions that were given, or taken back.
  entries int not null default 0,
  moved_at timestamptz not null,
  done_at timestamptz,
  check ((kind = 'apply') = (equivalence_version_id is not null))
);
create index equivalence_run_open_idx on equivalence_run (requested_at) where done_at is null;
create index equivalence_run_equivalence_idx on equivalence_run (equivalence_id, requested_at desc);

create table equivalence_run_row (
  run_id uuid not null references equivalence_run on delete cascade,
  person_id uuid not null references person,
  seq int not null,
  course_id uuid not null references course,
  completed_on date not null,
  valid_until date,
  -- How the person stands with the course, and how they would.
  standing_before text not null,
  standing_after text not null,
  primary key (run_id, person_id, seq)
);

/*
 * The work of a run on some people: gives or takes back, with all that follows, and answers each completion with how its
 * person stood and stands. Whoever only wants to look undoes it.
 */
create function work_equivalence(p_run uuid, p_persons uuid[], p_today date, p_at timestamptz) returns setof equivalence_run_row
language plpgsql as $$
declare
  r equivalence_run;
  v_heads jsonb;
  v_before jsonb;
begin
  select * into r from equivalence_run where id = p_run;
  select coalesce(jsonb_object_agg(h.person_id, h.seq), '{}') into v_heads from ledger_head h where h.person_id = any (p_persons);
  select coalesce(jsonb_object_agg(d.person_id || ' ' || d.course_id, standing_on(d.*, p_today)), '{}') into v_before
    from standing_dates d where d.person_id = any (select who_is(p) from unnest(p_persons) p);
  if r.kind = 'apply' then
    perform count_equivalences(array[r.equivalence_version_id], p_persons, p_at);
  else
    perform take_back_counted(array(select c.id from counted_through c where c.equivalence_id = r.equivalence_id and c.person_id = any (p_persons)),
      'equivalence-withdrawn', jsonb_build_object('recordedBy', r.requested_by, 'note', r.reason), p_at);
  end if;
  perform follow_ledger(p_persons);
  return query
  select r.id, l.person_id, l.seq, l.course_id, l.completed_on, l.valid_until,
    coalesce(v_before ->> (d.person_id || ' ' || l.course_id), 'not required'), standing_on(d.*, p_today)
  from ledger_entry n
  join ledger_entry l on l.person_id = n.person_id and l.seq = case r.kind when 'apply' then n.seq else n.revokes_seq end
  join standing_dates d on d.person_id = who_is(l.person_id) and d.course_id = l.course_id
  where n.person_id = any (p_persons) and n.seq > coalesce((v_heads ->> n.person_id::text)::int, 0)
    and n.kind = case r.kind when 'apply' then 'completion' else 'revocation' end
  order by l.person_id, l.seq;
end
$$;
