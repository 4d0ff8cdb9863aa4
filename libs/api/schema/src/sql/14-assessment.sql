-- Practicals that an assessor signs, and evidence that a verifier checks.

-- Two entries of one human being are one person here: nobody signs for themselves under another number.
create function same_person(a uuid, b uuid) returns boolean language sql stable as $$
  select coalesce((select same_as from person_alias where person_id = a), a)
    = coalesce((select same_as from person_alias where person_id = b), b)
$$;

create function holds_role(actor uuid, roles text[], today date) returns boolean language sql stable as $$
  select exists (
    select from role_grant g left join engagement e on e.id = g.engagement_id
    where g.person_id = actor and g.role = any (roles)
      and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
      and (e.id is null or e.ends_on is null or e.ends_on >= today)
  )
$$;

-- Everybody who reports to somebody, directly or through others.
create function reports_of(manager uuid, today date) returns setof uuid language sql stable rows 50 as $$
  with recursive reports(id) as (
    select e.person_id from engagement e
    where e.line_manager_id = manager and (e.ends_on is null or e.ends_on >= today)
    union
    select e.person_id from engagement e join reports r on e.line_manager_id = r.id
    where e.ends_on is null or e.ends_on >= today
  )
  select id from reports
$$;

-- Everybody whose organisation, or a tier above it, somebody coordinates.
create function coordinated_by(coordinator uuid, today date) returns setof uuid language sql stable rows 200 as $$
  select e.person_id
  from role_grant g
  left join engagement own on own.id = g.engagement_id
  cross join lateral organisation_and_below(g.organisation_id) o(id)
  join engagement e on e.organisation_id = o.id
  where g.person_id = coordinator and g.role = 'coordinator'
    and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
    and (own.id is null or own.ends_on is null or own.ends_on >= today)
    and (e.ends_on is null or e.ends_on >= today)
$$;

-- Who may send evidence for a person: they themselves, who coordinates them, the People Team.
create function may_send_evidence(actor uuid, person uuid, today date) returns boolean language sql stable as $$
  select actor = person or holds_role(actor, '{people-team}', today)
    or exists (select from coordinated_by(actor, today) c(id) where c.id = person)
$$;

/*
 * Whether somebody may look at what is behind one fact of a person's record. The People Team and auditors see all; a
 * manager or coordinator only what was recorded in the engagement through which they see the person.
 */
create function may_see_fact(actor uuid, person uuid, recorded_on date, today date) returns boolean language sql stable as $$
  select actor = person or holds_role(actor, '{people-team,auditor}', today) or exists (
    select from engagement e
    where e.person_id = person and (e.ends_on is null or e.ends_on >= today) and e.starts_on <= recorded_on
      and (
        e.line_manager_id = actor
        or e.line_manager_id in (select reports_of(actor, today))
        or exists (
          select from role_grant g
          left join engagement own on own.id = g.engagement_id
          cross join lateral organisation_and_below(g.organisation_id) o(id)
          where g.person_id = actor and g.role = 'coordinator' and o.id = e.organisation_id
            and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
            and (own.id is null or own.ends_on is null or own.ends_on >= today)
        )
      )
  )
$$;

/*
 * The attempt of a person at an activity, begun when there is none: the same rule as opening it in the player, for
 * somebody else's sake. Null when the activity cannot be begun.
 */
create function begin_attempt(p_attempt uuid, p_person uuid, p_activity uuid, p_at timestamptz, p_today date)
returns attempt language plpgsql as $$
declare
  t attempt;
  v_spent boolean;
  v_version course_version;
begin
  -- The same lock as the player's.
  perform pg_advisory_xact_lock(hashtextextended(p_person::text || p_activity::text, 13));
  select v.* into v_version from course_version v join activity a on a.course_version_id = v.id where a.id = p_activity;
  select x.* into t from attempt x where x.person_id = p_person and x.activity_id = p_activity and x.state <> 'abandoned'
    order by x.number desc limit 1;
  if t.id is not null then
    select t.state = 'done' and d.required and exists (
        select from ledger_entry l where l.person_id = t.person_id and l.course_id = t.course_id and l.kind = 'completion'
          and l.recorded_at >= t.done_at
      ) and not (d.lifetime or coalesce(d.window_from > p_today, false))
      into v_spent from standing_dates d where d.person_id = t.person_id and d.course_id = t.course_id;
    if not coalesce(v_spent, false) then
      return t;
    end if;
  end if;
  if v_version.state is distinct from 'published' then
    return null;
  end if;
  insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
    values (p_attempt, p_person, p_activity, v_version.id, v_version.course_id,
      (select coalesce(max(number), 0) + 1 from attempt where person_id = p_person and activity_id = p_activity), p_at, p_at)
    returning * into t;
  return t;
end
$$;

-- A learner asks for a signature; one open request an attempt.
create table practical_request (
  id uuid primary key,
  attempt_id uuid not null references attempt,
  person_id uuid not null references person,
  note text not null default '',
  asked_at timestamptz not null,
  closed_at timestamptz,
  closed_why text check (closed_why in ('signed', 'withdrawn')),
  check ((closed_at is null) = (closed_why is null))
);
create unique index practical_request_open_key on practical_request (attempt_id) where closed_at is null;
create index practical_request_waiting_idx on practical_request (asked_at, id) where closed_at is null;

-- What an assessor has seen so far. Signing makes a fact of it with the same id.
create table practical_draft (
  id uuid primary key,
  version int not null default 1,
  attempt_id uuid not null references attempt,
  person_id uuid not null references person,
  assessor_id uuid not null references person,
  results jsonb not null default '[]',
  note text not null default '',
  started_at timestamptz not null,
  updated_at timestamptz not null,
  unique (attempt_id, assessor_id)
);
create index practical_draft_assessor_idx on practical_draft (assessor_id);

create table practical_photo (
  id uuid primary key,
  -- Of the draft, and then of the sign-off: they have the same.
  assessment_id uuid not null,
  item_id uuid,
  sha256 text not null,
  size bigint not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  added_by uuid not null references person,
  added_at timestamptz not null
);
create index practical_photo_assessment_idx on practical_photo (assessment_id);
create index practical_photo_sha256_idx on practical_photo (sha256);

create table practical_sign_off (
  id uuid primary key,
  attempt_id uuid not null references attempt,
  person_id uuid not null references person,
  assessor_id uuid not null references person,
  -- Why they might sign.
  basis text not null check (basis in ('trainer', 'line-manager', 'named')),
  passed boolean not null,
  -- [{itemId, met, note}] in the order of the checklist.
  results jsonb not null,
  note text not null default '',
  -- [{id, itemId, sha256}]: the very pictures.
  photos jsonb not null default '[]',
  signed_at timestamptz not null,
  check (person_id <> assessor_id)
);
create index practical_sign_off_attempt_idx on practical_sign_off (attempt_id, signed_at desc);
create index practical_sign_off_assessor_idx on practical_sign_off (assessor_id, signed_at desc);
comment on table practical_sign_off is 'Append-only.';

/*
 * Signs an assessor's draft: the fact, the end of the request, and with a pass the end of the attempt, all or nothing.
 * Answers {outcome: signed | closed, courseDone}; `closed` is an attempt that somebody else has finished meanwhile. Null
 * without such a draft.
 */
create function sign_practical(
  p_id uuid, p_assessor uuid, p_basis text, p_passed boolean, p_results jsonb, p_note text, p_at timestamptz, p_today date
) returns jsonb language plpgsql as $$
declare
  d practical_draft;
  t attempt;
  v_done jsonb;
begin
  select * into d from practical_draft where id = p_id and assessor_id = p_assessor for update;
  if d.id is null then
    return null;
  end if;
  select * into t from attempt where id = d.attempt_id for update;
  if t.state <> 'open' then
    return jsonb_build_object('outcome', 'closed');
  end if;
  insert into practical_sign_off (id, attempt_id, person_id, assessor_id, basis, passed, results, note, photos, signed_at)
  values (p_id, t.id, t.person_id, p_assessor, p_basis, p_passed, p_results, p_note,
    coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'itemId', f.item_id, 'sha256', f.sha256) order by f.added_at, f.id)
      from practical_photo f where f.assessment_id = p_id), '[]'), p_at);
  delete from practical_draft where id = p_id;
  update practical_request set closed_at = p_at, closed_why = 'signed' where attempt_id = t.id and closed_at is null;
  if p_passed then
    v_done := finish_attempt(t.id, t.person_id, null, p_today, 'practical',
      jsonb_build_object('recordedBy', p_assessor)
        || case when p_note = '' then '{}'::jsonb else jsonb_build_object('note', p_note) end, p_at);
  end if;
  return jsonb_build_object('outcome', 'signed', 'courseDone', coalesce(v_done -> 'courseDone', 'false'::jsonb));
end
$$;

create table evidence_file (
  id uuid primary key,
  sha256 text not null,
  size bigint not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  name text not null,
  added_by uuid not null references person,
  added_at timestamptz not null
);
create index evidence_file_sha256_idx on evidence_file (sha256);

create table evidence_submission (
  id uuid primary key,
  attempt_id uuid not null references attempt,
  person_id uuid not null references person,
  issuer text not null,
  number text not null default '',
  issued_on date not null,
  expires_on date,
  file_id uuid references evidence_file,
  submitted_by uuid not null references person,
  submitted_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'returned', 'replaced')),
  check (expires_on > issued_on)
);
create unique index evidence_submission_waiting_key on evidence_submission (attempt_id) where state = 'waiting';
create index evidence_submission_queue_idx on evidence_submission (submitted_at, id) where state = 'waiting';
create index evidence_submission_attempt_idx on evidence_submission (attempt_id, submitted_at desc);
create index evidence_submission_sender_idx on evidence_submission (submitted_by, submitted_at desc);
create index evidence_submission_file_idx on evidence_submission (file_id);

-- What a verifier decided, with the dates as they read them on the card.
create table evidence_check (
  id uuid primary key references evidence_submission,
  attempt_id uuid not null references attempt,
  person_id uuid not null references person,
  checked_by uuid not null references person,
  outcome text not null check (outcome in ('accepted', 'returned')),
  issued_on date not null,
  expires_on date,
  note text not null default '',
  checked_at timestamptz not null,
  check (expires_on > issued_on),
  check (outcome = 'accepted' or note <> ''),
  check (person_id <> checked_by)
);
create index evidence_check_attempt_idx on evidence_check (attempt_id);
comment on table evidence_check is 'Append-only. The id is that of the submission: each is checked once.';

/*
 * Accepts or returns a submission, once: the fact, and with an acceptance the end of the attempt, all or nothing. Answers
 * {outcome: checked | already | done-before | closed, courseDone}: `already` is the same decision of the same verifier
 * again, `done-before` another one, `closed` an attempt that cannot be finished any more. Null for no such submission.
 */
create function check_evidence(
  p_id uuid, p_verifier uuid, p_outcome text, p_issued_on date, p_expires_on date, p_note text, p_at timestamptz
) returns jsonb language plpgsql as $$
declare
  s evidence_submission;
  k evidence_check;
  t attempt;
  v_done jsonb := '{}';
begin
  select * into s from evidence_submission where id = p_id for update;
  if s.id is null then
    return null;
  end if;
  if s.state <> 'waiting' then
    select * into k from evidence_check where id = p_id;
    if k.checked_by = p_verifier and k.outcome = p_outcome and k.note = p_note
        and (k.outcome = 'returned' or (k.issued_on, k.expires_on) is not distinct from (p_issued_on, p_expires_on)) then
      return jsonb_build_object('outcome', 'already');
    end if;
    return jsonb_build_object('outcome', 'done-before');
  end if;
  select * into t from attempt where id = s.attempt_id for update;
  if t.state <> 'open' then
    return jsonb_build_object('outcome', 'closed');
  end if;
  insert into evidence_check (id, attempt_id, person_id, checked_by, outcome, issued_on, expires_on, note, checked_at)
    values (s.id, s.attempt_id, s.person_id, p_verifier, p_outcome, p_issued_on, p_expires_on, p_note, p_at);
  update evidence_submission set state = p_outcome where id = s.id;
  if p_outcome = 'accepted' then
    v_done := finish_attempt(t.id, t.person_id, null, p_issued_on, 'evidence', jsonb_build_object('recordedBy', p_verifier), p_at);
  end if;
  return jsonb_build_object('outcome', 'checked', 'courseDone', coalesce(v_done -> 'courseDone', 'false'::jsonb));
end
$$;
