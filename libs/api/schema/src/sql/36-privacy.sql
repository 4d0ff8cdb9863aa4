-- Data protection: downloads of a person's whole data, erasure by two people, periods of retention, legal holds.

-- A person's whole data as one file.
create table data_request (
  id uuid primary key,
  person_id uuid not null references person,
  asked_by uuid not null references person,
  -- Empty when people ask for their own.
  reason text not null default '',
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'making', 'ready', 'failed', 'ended')),
  progress int not null default 0 check (progress between 0 and 100),
  done_at timestamptz,
  sha256 text,
  size bigint,
  -- The file goes after this moment.
  ends_at timestamptz,
  check ((state = 'ready') = (sha256 is not null)),
  check (person_id = asked_by or reason <> '' or state = 'ended')
);
create index data_request_person_idx on data_request (person_id, asked_at desc, id desc);
create index data_request_list_idx on data_request (asked_at desc, id desc);
create index data_request_ends_idx on data_request (ends_at) where state = 'ready';
create unique index data_request_open_key on data_request (person_id, asked_by) where state in ('waiting', 'making');

create table erasure (
  id uuid primary key,
  version int not null default 1,
  person_id uuid not null references person,
  state text not null default 'proposed' check (state in ('proposed', 'applied', 'refused', 'withdrawn')),
  ground text not null check (ground in ('asked', 'period', 'mistake', 'other')),
  -- Words about the person: they go with the rest.
  reason text not null,
  -- Why before the period of retention is over.
  override text not null default '',
  -- Stands for everything that would go or stay; what is applied is what was seen with it.
  digest text not null,
  -- [{area, removed, cleared, kept}] as it was seen.
  counts jsonb not null,
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  decision text not null default '',
  -- Addresses of stored files that are still to be forgotten.
  files text[] not null default '{}',
  check ((state = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (state not in ('applied', 'refused') or decided_by <> proposed_by)
);
create unique index erasure_open_key on erasure (person_id) where state = 'proposed';
create unique index erasure_applied_key on erasure (person_id) where state = 'applied';
create index erasure_list_idx on erasure (proposed_at desc, id desc);

create table legal_hold (
  id uuid primary key,
  version int not null default 1,
  person_id uuid not null references person,
  reason text not null,
  placed_by uuid not null references person,
  placed_at timestamptz not null,
  -- Inclusive; null is until somebody ends it.
  until_on date,
  ended_by uuid references person,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create index legal_hold_person_idx on legal_hold (person_id) where ended_at is null;

-- How long what is kept, once somebody has said so. A new database has no row: `retention_period` says what counts then.
create table retention_setting (
  id uuid primary key,
  version int not null default 1,
  kind text not null unique check (kind in ('leavers', 'evidence-files', 'runtime-logs', 'mails')),
  -- Years after the last day; months after expiry; months; days. Null: for good.
  period int check (period between 1 and 3650),
  changed_by uuid references person,
  changed_at timestamptz not null
);
create function retention_period(p_kind text) returns int language sql stable as $$
  select case when exists (select from retention_setting where kind = p_kind)
    then (select period from retention_setting where kind = p_kind)
    when p_kind = 'leavers' then 6 end
$$;
-- What a period that was over has taken away.
create table retention_run (
  id uuid primary key,
  kind text not null,
  at timestamptz not null,
  removed int not null check (removed > 0)
);
create index retention_run_kind_idx on retention_run (kind, at desc);

-- What rows were that are no more is looked through when somebody is erased.
create index row_history_deleted_idx on row_history (entity) where op = 'delete';

create trigger legal_hold_history after insert or update or delete on legal_hold
  for each row execute function record_history('legal hold');
create trigger erasure_history after insert or update or delete on erasure
  for each row execute function record_history('erasure');
create trigger retention_setting_history after insert or update or delete on retention_setting
  for each row execute function record_history('retention setting');

-- A file that goes leaves the submission that it was for.
alter table evidence_submission drop constraint evidence_submission_file_id_fkey,
  add constraint evidence_submission_file_id_fkey foreign key (file_id) references evidence_file on delete set null;

-- As before, but erasure may take the answers away, and nothing else.
create or replace function keep_quiz_run() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('lms.erasing', true) = 'on' and new.answers = '{}' and new.last_change = '{}'
    and to_jsonb(new) - array['answers', 'last_change'] = to_jsonb(old) - array['answers', 'last_change'] then
    return new;
  end if;
  raise exception 'a run that was handed in cannot be changed' using errcode = 'LM002';
end
$$;

-- Who was erased is in nobody's scope.
do $$
declare
  v_text text := pg_get_functiondef('people_in_scope(uuid, date)'::regprocedure);
  v_old constant text := 'not exists (select from person_alias a where a.person_id = p.id)';
begin
  if position(v_old in v_text) = 0 then
    raise exception 'people_in_scope is not as it was';
  end if;
  execute replace(v_text, v_old, v_old || ' and p.erased_at is null');
end
$$;

create function is_held(p_person uuid, p_today date) returns boolean language sql stable as $$
  select exists (select from legal_hold h where h.person_id = any (persons_as(who_is(p_person))) and h.ended_at is null
    and (h.until_on is null or h.until_on >= p_today))
$$;

-- Until when somebody who has left is kept, inclusive; null for good, and for who has not left or was never engaged.
create function kept_until(p_person uuid, p_today date) returns date language sql stable as $$
  select (max(e.ends_on) + make_interval(years => retention_period('leavers')))::date
  from engagement e where e.person_id = p_person having bool_and(e.ends_on < p_today)
$$;

/*
 * What keeps a person from being erased on a day. `engaged`: works here or is about to; `powers`: has a role; `held`;
 * `erased` already; `merged`: is read as somebody else; `too-soon`: the period is not over, which can be overridden.
 */
create function erasure_blocks(p_person uuid, p_today date) returns setof text language sql stable as $$
  select 'erased' from person p where p.id = p_person and p.erased_at is not null
  union all select 'merged' from person_alias a where a.person_id = p_person
  union all select 'engaged' where exists (select from engagement e where e.person_id = any (persons_as(p_person))
    and (e.ends_on is null or e.ends_on >= p_today))
  union all select 'powers' where exists (select from role_grant g left join engagement e on e.id = g.engagement_id
    where g.person_id = any (persons_as(p_person)) and (g.ends_on is null or g.ends_on >= p_today)
      and (e.id is null or e.ends_on is null or e.ends_on >= p_today))
  union all select 'held' where is_held(p_person, p_today)
  union all select 'too-soon' where kept_until(p_person, p_today) >= p_today
    or retention_period('leavers') is null and exists (select from engagement e where e.person_id = p_person)
$$;

-- A JSON value without what somebody typed: numbers, dates, ids and the words of programs stay.
create function without_words(p_value jsonb) returns jsonb language sql immutable as $$
  select case jsonb_typeof(p_value)
    when 'object' then coalesce((select jsonb_object_agg(k, case
        when k in ('reasonCode', 'role', 'kind', 'basis', 'outcome', 'state', 'changed') then v else without_words(v) end)
      from jsonb_each(p_value) e(k, v)), '{}')
    when 'array' then coalesce((select jsonb_agg(without_words(v) order by n) from jsonb_array_elements(p_value) with ordinality e(v, n)), '[]')
    when 'string' then case
      when p_value #>> '{}' ~ '^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(T[0-9:.]+Z)?)$' then p_value
      else '""'::jsonb end
    else p_value end
$$;

-- The words of a list out of a text, whatever their case; longer ones first.
create function replace_words(p_text text, p_words text[]) returns text language plpgsql immutable as $$
declare
  v_word text;
begin
  foreach v_word in array p_words loop
    p_text := regexp_replace(p_text, '(?<![[:alnum:]])' || regexp_replace(v_word, '([^[:alnum:] ])', '\\\1', 'g') || '(?![[:alnum:]])', 'Erased person', 'gi');
  end loop;
  return p_text;
end
$$;

-- By what others may have named a person: names, addresses, numbers.
create function words_for(p_people uuid[]) returns text[] language sql stable as $$
  select coalesce(array_agg(w order by length(w) desc, w), '{}') from (
    select distinct trim(k.w) as w from (
      select p.given_name || ' ' || p.family_name from person p where p.id = any (p_people)
      union all select p.known_as || ' ' || p.family_name from person p where p.id = any (p_people)
      union all select p.contact_email from person p where p.id = any (p_people)
      union all select p.phone from person p where p.id = any (p_people)
      -- A plain sign-in name may be any word.
      union all select n.name from sign_in_name n where n.person_id = any (p_people) and n.name ~ '[@.]'
      union all select e.work_email from engagement e where e.person_id = any (p_people)
      union all select x.row ->> 'contact_email' from row_history x where x.entity = 'person' and x.entity_id = any (p_people)
      union all select x.row ->> 'phone' from row_history x where x.entity = 'person' and x.entity_id = any (p_people)
      union all select (x.row ->> 'given_name') || ' ' || (x.row ->> 'family_name') from row_history x
        where x.entity = 'person' and x.entity_id = any (p_people)
    ) k(w)
  ) u where length(w) >= 4
$$;

/*
 * Takes a person's words out of what is about others: the lists and reasons of requests, mails, what jobs said. Texts that
 * somebody typed about somebody else are looked through for the whole name, addresses and numbers only.
 */
create function erase_mentions(p_people uuid[]) returns void language plpgsql as $$
declare
  v_words text[] := words_for(p_people);
  v_any text;
  v_numbers text[];
  v_given text[];
begin
  select array_agg(distinct lower(e.employee_number)) into v_numbers from engagement e where e.person_id = any (p_people);
  select array_agg(distinct '\m' || regexp_replace(g, '([^[:alnum:] ])', '\\\1', 'g') || '\M') into v_given from (
    select given_name from person where id = any (p_people) union select known_as from person where id = any (p_people)
  ) x(g) where g is not null;
  select '(?<![[:alnum:]])(' || string_agg(regexp_replace(w, '([^[:alnum:] ])', '\\\1', 'g'), '|') || ')(?![[:alnum:]])'
    into v_any from unnest(v_words) w;
  -- Before the rows of requests themselves, so that their history follows.
  update assignment_request q set chosen = q.chosen || jsonb_build_object('lines', coalesce((
      select jsonb_agg(l order by n) from jsonb_array_elements(q.chosen -> 'lines') with ordinality y(l, n)
      where lower(l #>> '{}') <> all (array(select lower(w) from unnest(v_words) w) || v_numbers)), '[]'))
  where exists (select from jsonb_array_elements_text(q.chosen -> 'lines') l
    where lower(l) = any (array(select lower(w) from unnest(v_words) w) || v_numbers));
  update row_history h set row = h.row || jsonb_build_object('chosen', (h.row -> 'chosen') || jsonb_build_object('lines', coalesce((
      select jsonb_agg(l order by n) from jsonb_array_elements(h.row -> 'chosen' -> 'lines') with ordinality y(l, n)
      where lower(l #>> '{}') <> all (array(select lower(w) from unnest(v_words) w) || v_numbers)), '[]')))
  where h.entity = 'assignment request' and exists (select from jsonb_array_elements_text(h.row -> 'chosen' -> 'lines') l
    where lower(l) = any (array(select lower(w) from unnest(v_words) w) || v_numbers));
  -- What was asked of nobody else.
  update assignment_request q set why = '', decision = ''
  where exists (select from assignment_request_person r where r.request_id = q.id and r.person_id = any (p_people))
    and not exists (select from assignment_request_person r where r.request_id = q.id and r.person_id <> all (p_people));
  update row_history h set row = h.row || '{"why": "", "decision": ""}'
  where h.entity = 'assignment request'
    and exists (select from assignment_request_person r where r.request_id = h.entity_id and r.person_id = any (p_people))
    and not exists (select from assignment_request_person r where r.request_id = h.entity_id and r.person_id <> all (p_people));
  if v_any is null then
    return;
  end if;
  update assignment_request q set why = replace_words(q.why, v_words), decision = replace_words(q.decision, v_words)
  where q.why ~* v_any or q.decision ~* v_any;
  update row_history h set row = h.row || jsonb_build_object('why', replace_words(h.row ->> 'why', v_words), 'decision', replace_words(h.row ->> 'decision', v_words))
  where h.entity = 'assignment request' and (h.row ->> 'why' ~* v_any or h.row ->> 'decision' ~* v_any);
  update audit_event a set detail = replace_words(a.detail::text, v_words)::jsonb where a.detail::text ~* v_any;
  update mail m set subject = replace_words(m.subject, v_words), text_body = replace_words(m.text_body, v_words), html_body = '', error = null
  where (m.text_body ~* v_any or m.subject ~* v_any)
    -- Whoever has the very same name is written to by it.
    and not exists (select from person n where n.id = m.person_id and n.id <> all (p_people)
      and lower(n.given_name || ' ' || n.family_name) = any (array(select lower(w) from unnest(v_words) w)));
  -- Whoever had a task for the person was written to by the given name.
  update mail m set text_body = regexp_replace(m.text_body, g.pattern, 'Erased person', 'g'), html_body = ''
  from (select array_to_string(v_given, '|') as pattern) g
  where m.text_body ~ g.pattern and m.person_id in (
    select coalesce(t.assignee_id, t.done_by) from path_task t where t.person_id = any (p_people));
  update pgboss.job j set output = null where j.output::text ~* v_any;
end
$$;

/*
 * Applies an erasure that somebody else proposed, as it was seen, or raises: LM010 with the name of a block, LM011 when the
 * facts changed since. Runs as the owner, because facts are changed; so it looks at everything again itself.
 */
create function apply_erasure(p_erasure uuid, p_by uuid, p_today date, p_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_erasure erasure;
  v_people uuid[];
  v_block text;
  v_files text[];
begin
  select * into v_erasure from erasure where id = p_erasure for update;
  if v_erasure.state is distinct from 'proposed' then
    raise exception 'decided' using errcode = 'LM010';
  end if;
  v_people := persons_as(v_erasure.person_id);
  perform lock_people(v_people);
  -- What a device still sends waits, and then finds its launch revoked: the same lock as commit_launch.
  perform pg_advisory_xact_lock(uuid_hash_extended(t.id, 17)) from attempt t where t.person_id = any (v_people);
  if p_by = v_erasure.proposed_by or p_by = any (v_people) or v_erasure.proposed_by = any (v_people) then
    raise exception 'own' using errcode = 'LM010';
  end if;
  select b into v_block from erasure_blocks(v_erasure.person_id, p_today) b
    where b <> 'too-soon' or v_erasure.override = '' limit 1;
  if v_block is not null then
    raise exception '%', v_block using errcode = 'LM010';
  end if;
  if erasure_digest(v_people) <> v_erasure.digest then
    raise exception 'changed' using errcode = 'LM011';
  end if;
  v_files := files_of_person(v_people);
  perform set_config('lms.erasing', 'on', true);
  update erasure set state = 'applied', decided_by = p_by, decided_at = p_at, files = v_files, version = version + 1 where id = p_erasure;
  perform erase_mentions(v_people);
  perform erase_rows(v_people, p_today, p_at);
  perform set_config('lms.erasing', '', true);
  insert into outbox_event (at, type, person_id, payload)
    select p_at, 'person.erased', i, jsonb_build_object('personId', i) from unnest(v_people) i;
end
$$;

/*
 * Takes away what a period says is over, at most so many rows; answers how many went. What is held stays. Runs as the
 * owner, because logs are append-only for the product: it obeys nothing but the settings.
 */
create function clear_by_retention(p_kind text, p_most int, p_today date, p_at timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_period int := retention_period(p_kind);
  v_gone int := 0;
begin
  -- Two workers at once share the work.
  perform pg_advisory_xact_lock(hashtextextended('retention ' || p_kind, 36));
  if v_period is null then
    return 0;
  end if;
  if p_kind = 'runtime-logs' then
    delete from runtime_log r using (
      select l.launch_id, l.first_call from runtime_log l join launch h on h.id = l.launch_id
      where l.received_at < p_at - make_interval(months => v_period) and not is_held(h.person_id, p_today) limit p_most
    ) o where r.launch_id = o.launch_id and r.first_call = o.first_call;
  elsif p_kind = 'mails' then
    delete from mail where id in (
      select m.id from mail m where m.state <> 'waiting' and m.created_at < p_at - make_interval(days => v_period)
        and (m.person_id is null or not is_held(m.person_id, p_today)) limit p_most);
  elsif p_kind = 'evidence-files' then
    delete from evidence_file where id in (
      select f.id from evidence_file f
      where exists (select from evidence_submission s where s.file_id = f.id) and not exists (
        select from evidence_submission s where s.file_id = f.id and (s.state = 'waiting' or s.expires_on is null
          or s.expires_on + make_interval(months => v_period) >= p_today or is_held(s.person_id, p_today)))
      limit p_most);
  end if;
  get diagnostics v_gone = row_count;
  if v_gone > 0 then
    insert into retention_run (id, kind, at, removed) values (gen_random_uuid(), p_kind, p_at, v_gone);
  end if;
  return v_gone;
end
$$;
