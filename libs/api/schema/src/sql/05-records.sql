/*
 * The record: one hash chain a person. The exact canonical text (RFC 8785) that was hashed is kept in body; the other
 * columns repeat parts of it for queries, and a check compares them. What a person could ask to be forgotten is not in
 * the body, only a salted commitment to it; the value and its salt stand in ledger_private and can be erased.
 */
create table ledger_entry (
  person_id uuid not null references person,
  seq int not null check (seq > 0),
  hash_version smallint not null,
  kind text not null check (kind in ('completion', 'revocation')),
  recorded_at timestamptz not null,
  course_id uuid references course,
  course_version_id uuid references course_version,
  completed_on date,
  valid_until date,
  source text,
  source_id uuid,
  revokes_seq int,
  body text not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (person_id, seq),
  check (kind <> 'completion' or (course_id is not null and course_version_id is not null and completed_on is not null
    and source is not null and source_id is not null)),
  check (kind <> 'revocation' or revokes_seq is not null)
);
create unique index ledger_entry_source_key on ledger_entry (person_id, source, source_id, course_id) where kind = 'completion';
create index ledger_entry_course_idx on ledger_entry (person_id, course_id, seq);
create index ledger_entry_revokes_idx on ledger_entry (person_id, revokes_seq) where kind = 'revocation';
comment on table ledger_entry is 'Append-only.';

create table ledger_private (
  person_id uuid not null,
  seq int not null,
  field text not null,
  salt text not null,
  value text not null,
  primary key (person_id, seq, field),
  foreign key (person_id, seq) references ledger_entry
);
comment on table ledger_private is 'Erasable: canonical JSON of each value and the salt of its commitment.';

-- Derived: where each chain ends. Locking this row puts concurrent facts of one person in order.
create table ledger_head (
  person_id uuid primary key references person,
  seq int not null,
  hash bytea not null
);

create function canonical_instant(at timestamptz) returns text language sql immutable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
create function canonical_scalar(v jsonb) returns text language sql immutable as $$
  select case jsonb_typeof(v) when 'number' then trim_scale((v #>> '{}')::numeric)::text else v::text end
$$;

create function append_to_ledger(
  p_person uuid, p_kind text, p_at timestamptz, p_fact text, p_private jsonb,
  p_course uuid, p_course_version uuid, p_completed_on date, p_valid_until date, p_source text, p_source_id uuid,
  p_revokes int
) returns int language plpgsql as $$
declare
  v_at timestamptz := date_trunc('milliseconds', p_at);
  v_seq int;
  v_prev bytea;
  v_body text;
  v_hash bytea;
  v_salts jsonb;
  v_commitments text;
begin
  insert into ledger_head as h (person_id, seq, hash) values (p_person, 0, '\x0000000000000000000000000000000000000000000000000000000000000000')
    on conflict (person_id) do update set seq = h.seq
    returning h.seq + 1, h.hash into v_seq, v_prev;
  select coalesce(jsonb_object_agg(key, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')), '{}')
    into v_salts from jsonb_object_keys(coalesce(p_private, '{}')) key;
  select coalesce(string_agg(to_json(f.key)::text || ':"' ||
      encode(sha256(convert_to((v_salts ->> f.key) || ':' || canonical_scalar(f.value), 'UTF8')), 'hex') || '"',
      ',' order by f.key collate "C"), '')
    into v_commitments from jsonb_each(coalesce(p_private, '{}')) f;
  v_body := '{"at":"' || canonical_instant(v_at) || '","fact":' || p_fact || ',"kind":"' || p_kind || '","person":"' ||
    p_person || '","prev":"' || encode(v_prev, 'hex') || '","private":{' || v_commitments || '},"seq":' || v_seq || ',"v":1}';
  v_hash := sha256(convert_to(E'waymark-ledger-v1\n' || v_body, 'UTF8'));
  insert into ledger_entry (person_id, seq, hash_version, kind, recorded_at, course_id, course_version_id, completed_on,
    valid_until, source, source_id, revokes_seq, body, prev_hash, hash)
  values (p_person, v_seq, 1, p_kind, v_at, p_course, p_course_version, p_completed_on, p_valid_until, p_source,
    p_source_id, p_revokes, v_body, v_prev, v_hash);
  if v_salts <> '{}' then
    insert into ledger_private (person_id, seq, field, salt, value)
    select p_person, v_seq, f.key, v_salts ->> f.key, canonical_scalar(f.value) from jsonb_each(p_private) f;
  end if;
  update ledger_head set seq = v_seq, hash = v_hash where person_id = p_person;
  return v_seq;
end
$$;

/*
 * Appends one completion and answers its number in the chain. The same source twice is one fact: null is answered.
 * The last valid day is inclusive: months after completion, minus a day; null is for life.
 */
create function append_completion(
  p_person uuid, p_course uuid, p_course_version uuid, p_completed_on date, p_valid_until date,
  p_source text, p_source_id uuid, p_private jsonb, p_at timestamptz
) returns int language plpgsql as $$
declare
  v_fact text;
begin
  -- The head is locked first, so that two writers of the same source cannot both find it missing.
  insert into ledger_head as h (person_id, seq, hash) values (p_person, 0, '\x0000000000000000000000000000000000000000000000000000000000000000')
    on conflict (person_id) do update set seq = h.seq;
  if exists (select from ledger_entry l where l.person_id = p_person and l.kind = 'completion' and l.source = p_source
      and l.source_id = p_source_id and l.course_id = p_course) then
    return null;
  end if;
  v_fact := '{"completedOn":"' || p_completed_on || '","course":"' || p_course || '","courseVersion":"' || p_course_version ||
    '","source":' || to_json(p_source) || ',"sourceId":"' || p_source_id || '","validUntil":' ||
    coalesce('"' || p_valid_until || '"', 'null') || '}';
  return append_to_ledger(p_person, 'completion', p_at, v_fact, p_private, p_course, p_course_version, p_completed_on,
    p_valid_until, p_source, p_source_id, null);
end
$$;

create function valid_until(completed_on date, months int) returns date language sql immutable as $$
  select (completed_on + make_interval(months => months))::date - 1
$$;
