-- What people bring from outside: cards that somebody issues, and courses of their company.

-- Upper and lower case and spaces make no difference between two names.
create function outside_key(name text) returns text language sql immutable as $$
  select lower(regexp_replace(trim(name), '\s+', ' ', 'g'))
$$;

-- Something that people bring from outside: a kind of card, by who issues it and its name, or a course of a company.
create table outside_qualification (
  id uuid primary key,
  kind text not null check (kind in ('card', 'company-course')),
  issuer text not null default '',
  organisation_id uuid references organisation,
  code text not null default '',
  title text not null check (title <> ''),
  created_at timestamptz not null,
  check ((kind = 'card') = (issuer <> '')),
  check ((kind = 'company-course') = (organisation_id is not null))
);
-- A course of a company is known by its code, or, where it has none, by its title.
create unique index outside_qualification_card_key on outside_qualification (outside_key(issuer), outside_key(title)) where kind = 'card';
create unique index outside_qualification_course_key
  on outside_qualification (organisation_id, (code <> ''), outside_key(case when code <> '' then code else title end)) where kind = 'company-course';
comment on table outside_qualification is 'Append-only.';

-- Somebody has one, since a day and until a day; recorded by whoever saw the proof.
create table outside_award (
  id uuid primary key,
  person_id uuid not null references person,
  qualification_id uuid not null references outside_qualification,
  awarded_on date not null,
  -- The last day that the card itself names; null where it names none.
  expires_on date,
  recorded_by uuid references person,
  recorded_at timestamptz not null,
  -- The same key twice is one award.
  key text not null unique,
  check (expires_on >= awarded_on)
);
create index outside_award_person_idx on outside_award (person_id, qualification_id, awarded_on);
create index outside_award_qualification_idx on outside_award (qualification_id, person_id);
comment on table outside_award is 'Append-only.';

create table outside_award_private (
  award_id uuid primary key references outside_award,
  -- The number of the card or of the certificate.
  reference text not null default '',
  note text not null default ''
);
comment on table outside_award_private is 'Erasable.';

create table outside_award_end (
  award_id uuid primary key references outside_award,
  reason_code text not null,
  note text not null default '',
  by_id uuid references person,
  at timestamptz not null
);
comment on table outside_award_end is 'Append-only: taken back.';

-- Which one is meant; null for one that nobody has named before.
create function qualification_of(p_kind text, p_issuer text, p_organisation uuid, p_code text, p_title text) returns uuid
language sql stable as $$
  select q.id from outside_qualification q
  where case p_kind
    when 'card' then q.kind = 'card' and outside_key(q.issuer) = outside_key(p_issuer) and outside_key(q.title) = outside_key(p_title)
    else q.kind = 'company-course' and q.organisation_id = p_organisation and (
      coalesce(trim(p_code), '') <> '' and q.code <> '' and outside_key(q.code) = outside_key(p_code)
      or (coalesce(trim(p_code), '') = '' or q.code = '') and outside_key(q.title) = outside_key(p_title)) end
  order by q.code <> '' desc, q.created_at, q.id limit 1
$$;

/*
 * Records what people bring from outside, all of a list or nothing. What it counts as follows by triggers. Each row is
 * {personId, kind: card | company-course, issuer, organisationId, code, title, awardedOn, expiresOn, reference, note, key};
 * answers a row each, in their order: `recorded`; `already`, the same key, or the same thing of the same person and day; or
 * `differs`, the same but with other dates, where nothing is recorded.
 */
create function record_outside(p_rows jsonb, p_recorder uuid, p_at timestamptz)
returns table (n int, award_id uuid, outcome text) language plpgsql as $$
#variable_conflict use_column
declare
  v_coded boolean;
  v_rows jsonb;
begin
  -- Those with a code first: what is written without one can be one of them.
  foreach v_coded in array array[true, false] loop
    insert into outside_qualification (id, kind, issuer, organisation_id, code, title, created_at)
    select gen_random_uuid(), r.kind, case r.kind when 'card' then coalesce(trim(r.issuer), '') else '' end,
      case when r.kind <> 'card' then r."organisationId" end, case when r.kind <> 'card' then coalesce(trim(r.code), '') else '' end,
      trim(r.title), p_at
    from jsonb_to_recordset(p_rows) r(kind text, issuer text, "organisationId" uuid, code text, title text)
    where (coalesce(trim(r.code), '') <> '') = v_coded
      and qualification_of(r.kind, r.issuer, r."organisationId", r.code, r.title) is null
    on conflict do nothing;
  end loop;

  select jsonb_agg(r.item || jsonb_build_object('n', r.n, 'id', gen_random_uuid(), 'person', who_is((r.item ->> 'personId')::uuid),
      'qualification', qualification_of(r.item ->> 'kind', r.item ->> 'issuer', (r.item ->> 'organisationId')::uuid, r.item ->> 'code',
        r.item ->> 'title')) order by r.n)
    into v_rows from jsonb_array_elements(p_rows) with ordinality r(item, n);

  -- One at a time for a person: two who record the same card make one of it.
  perform pg_advisory_xact_lock(hashtextextended(p.person, 19))
  from (select distinct r.person from jsonb_to_recordset(v_rows) r(person text) order by r.person) p;

  insert into outside_award (id, person_id, qualification_id, awarded_on, expires_on, recorded_by, recorded_at, key)
  select distinct on (r.person, r.qualification, r."awardedOn")
    r.id, r.person, r.qualification, r."awardedOn", r."expiresOn", p_recorder, p_at, r.key
  from jsonb_to_recordset(v_rows) r(n int, id uuid, person uuid, qualification uuid, "awardedOn" date, "expiresOn" date, key text)
  where not exists (select from outside_award a where a.key = r.key)
    and not exists (select from outside_award a
      where a.person_id = any (persons_as(r.person)) and a.qualification_id = r.qualification and a.awarded_on = r."awardedOn"
        and not exists (select from outside_award_end x where x.award_id = a.id))
  order by r.person, r.qualification, r."awardedOn", r.n
  on conflict (key) do nothing;

  insert into outside_award_private (award_id, reference, note)
  select a.id, coalesce(r.reference, ''), coalesce(r.note, '')
  from jsonb_to_recordset(v_rows) r(id uuid, reference text, note text) join outside_award a on a.id = r.id
  where coalesce(r.reference, '') <> '' or coalesce(r.note, '') <> '';

  return query
  select r.n, coalesce(own.id, k.id, s.id),
    case when own.id is not null then 'recorded'
      when (x.qualification_id, x.awarded_on, x.expires_on) is not distinct from (r.qualification, r."awardedOn", r."expiresOn")
        and x.person_id = any (persons_as(r.person)) then 'already'
      else 'differs' end
  from jsonb_to_recordset(v_rows) r(n int, id uuid, person uuid, qualification uuid, "awardedOn" date, "expiresOn" date, key text)
  left join outside_award own on own.id = r.id
  left join outside_award k on k.key = r.key and own.id is null
  left join lateral (
    select a.* from outside_award a where a.person_id = any (persons_as(r.person)) and a.qualification_id = r.qualification
      and a.awarded_on = r."awardedOn" and not exists (select from outside_award_end e where e.award_id = a.id)
    order by a.recorded_at limit 1
  ) s on own.id is null and k.id is null
  left join outside_award x on x.id = coalesce(k.id, s.id)
  order by r.n;
end
$$;

-- Takes an award back; false when that was done before. What it counted as goes with it, by triggers.
create function take_back_award(p_award uuid, p_reason_code text, p_note text, p_by uuid, p_at timestamptz) returns boolean
language plpgsql as $$
begin
  insert into outside_award_end (award_id, reason_code, note, by_id, at) values (p_award, p_reason_code, p_note, p_by, p_at)
    on conflict do nothing;
  return found;
end
$$;
