-- What a learner finds in the catalogue: who may see a course, the search index, self-enrolment, bookmarks.

create extension if not exists pg_trgm;

alter table course add column visibility text not null default 'everyone'
  check (visibility in ('everyone', 'audience', 'hidden'));
-- The same shape as a path's; it counts only where the visibility is "audience".
alter table course add column audience jsonb not null default '{"organisationKinds": [], "employmentGroups": []}';
alter table course add column self_enrolment boolean not null default false;

/*
 * Who may see a course, as keys of which one is enough: "*" is everybody; "supplier/site" is somebody engaged by a
 * supplier in the site group, and a star on either side is any. No key is nobody but those who have the course already.
 */
create function course_open_to(visibility text, audience jsonb) returns text[] language sql immutable as $$
  select case visibility
    when 'everyone' then array['*']
    when 'audience' then array(
      select k || '/' || g
      from jsonb_array_elements_text(case when audience -> 'organisationKinds' <> '[]' then audience -> 'organisationKinds' else '["*"]' end) k,
        jsonb_array_elements_text(case when audience -> 'employmentGroups' <> '[]' then audience -> 'employmentGroups' else '["*"]' end) g)
    else '{}'
  end
$$;
alter table course add column open_to text[] not null generated always as (course_open_to(visibility, audience)) stored;

-- The keys that a person holds: by every engagement that has not ended, also one that is planned.
create function learner_keys(person uuid, today date) returns text[] language sql stable as $$
  select array['*'] || array(
    select distinct k || '/' || g
    from engagement e join organisation o on o.id = e.organisation_id,
      unnest(array[o.kind, '*']) k, unnest(array[e.employment_group, '*']) g
    where e.person_id = person and (e.ends_on is null or e.ends_on >= today))
$$;
-- What a person owes, has begun or has done is theirs to see, whoever else sees it.
create function own_courses(person uuid) returns uuid[] language sql stable as $$
  select array(
    select s.course_id from standing_dates s
    where s.person_id = person and (s.required or s.ever_completed or s.started_on is not null))
$$;
-- Who sees which course: the one definition. Lists ask for keys and courses once and then this of every row.
create function course_visible(open_to text[], course_id uuid, keys text[], own uuid[]) returns boolean language sql immutable as $$
  select open_to && keys or course_id = any (own)
$$;
create function course_visible_to(p_course uuid, p_person uuid, p_today date) returns boolean language sql stable as $$
  select exists (
    select from course c
    where c.id = p_course and course_visible(c.open_to, c.id, learner_keys(p_person, p_today), own_courses(p_person)))
$$;

/*
 * The index. A text is kept once for each content, whatever courses it stands in: a page, the words of a PDF document or
 * captions. A document is a published course with the words of all its texts. All of it can be made again.
 */
create table search_text (
  -- SHA-256 of the file, or of the page's HTML.
  source text primary key,
  kind text not null check (kind in ('page', 'document', 'captions')),
  words tsvector not null
);
create table search_passage (
  source text not null references search_text on delete cascade,
  n int not null,
  text text not null,
  words tsvector not null,
  primary key (source, n)
);
-- Without foreign keys: whoever changes a course holds its row while the index is put right, and a key would wait for it.
create table search_document (
  course_id uuid primary key,
  course_version_id uuid not null,
  open_to text[] not null,
  self_enrolment boolean not null,
  code text not null,
  title text not null,
  title_key text not null,
  summary text not null,
  topics text[] not null,
  outcome text,
  kinds text[] not null,
  activity_titles text[] not null,
  minutes int not null,
  validity_months int,
  length text not null generated always as (
    case when minutes <= 15 then 'to-15' when minutes <= 30 then 'to-30' when minutes <= 60 then 'to-60' else 'longer' end) stored,
  validity text not null generated always as (
    case when validity_months is null then 'life' when validity_months <= 12 then 'to-12' when validity_months <= 24 then 'to-24'
      else 'longer' end) stored,
  sources text[] not null,
  -- Titles, topics and descriptions, weighed; small, because every hit is ranked by it.
  head tsvector not null,
  -- The same and the words of every text; large, and read through its index only.
  words tsvector not null
);
alter table search_document alter column head set storage main;
create index search_document_words_idx on search_document using gin (words) with (fastupdate = off);
create index search_document_title_idx on search_document (title_key, course_id);
create index search_document_sources_idx on search_document using gin (sources) with (fastupdate = off);

-- Every word there is to find, for what somebody may have meant. One that nothing holds any more does no harm.
create table search_word (word text primary key);
create index search_word_near_idx on search_word using gist (word gist_trgm_ops(siglen = 32));

-- Words and single spaces. What is typed and what is indexed come through here alike.
create function search_plain(given text) returns text language sql immutable as $$
  select trim(regexp_replace(lower(given), '[^[:alnum:]]+', ' ', 'g'))
$$;
create function search_words_of(given text) returns tsvector language sql immutable as $$
  select to_tsvector('english', search_plain(given)) || to_tsvector('simple', search_plain(given))
$$;
-- The words of a page, without what only a browser reads.
create function search_html_text(html text) returns text language sql immutable as $$
  select regexp_replace(
    replace(replace(replace(replace(replace(replace(
      regexp_replace(coalesce(html, ''), '<[^>]*>', ' ', 'g'),
      '&nbsp;', ' '), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&'),
    '\s+', ' ', 'g')
$$;

/*
 * What was typed, as a query: every word, or any of them; the last may be the beginning of one. Only letters and digits
 * are left of it, so that nothing has a special meaning.
 */
create function search_query(typed text, every boolean) returns tsquery language plpgsql immutable as $$
declare
  v_words text[] := string_to_array(search_plain(typed), ' ');
  v_query tsquery := '';
  v_word tsquery;
begin
  for i in 1 .. cardinality(v_words) loop
    v_word := plainto_tsquery('english', v_words[i]);
    if i = cardinality(v_words) then
      v_word := v_word || to_tsquery('simple', v_words[i] || case when length(v_words[i]) > 1 then ':*' else '' end);
    end if;
    v_query := case when numnode(v_word) = 0 then v_query when every then v_query && v_word else v_query || v_word end;
  end loop;
  return v_query;
end
$$;

-- A text with what was found in it, as parts in order: [{"text", "hit"}]. No markup, so nothing can be smuggled in.
create function search_parts(given text, query tsquery, options text) returns json language sql stable as $$
  select coalesce(json_agg(json_build_object('text', part, 'hit', n % 2 = 0) order by n) filter (where part <> ''), '[]')
  from regexp_split_to_table(
    ts_headline('english', translate(given, E'\uE000\uE001', ''), query, E'StartSel=\uE000, StopSel=\uE001, ' || options),
    E'[\uE000\uE001]') with ordinality p(part, n)
$$;

create function keep_search_words(given tsvector) returns void language sql as $$
  insert into search_word (word)
  select w from unnest(tsvector_to_array(given)) w where w ~ '^[[:alpha:]]{4,40}$' order by w
  on conflict do nothing
$$;

-- One at a time changes the index, in whatever order it comes by its courses and words.
create function lock_search() returns void language sql as $$
  select pg_advisory_xact_lock(7264017)
$$;

/*
 * Keeps the words of one content, in passages of sixty words to show where something was found. A text that is longer
 * than one index entry can be is indexed from its beginning.
 */
create function keep_search_text(p_source text, p_kind text, p_text text) returns void language plpgsql as $$
declare
  v_text text := p_text;
  v_words tsvector;
begin
  perform lock_search();
  if exists (select from search_text where source = p_source) then
    return;
  end if;
  loop
    begin
      v_words := strip(to_tsvector('english', search_plain(v_text)));
      exit;
    exception when program_limit_exceeded then
      v_text := left(v_text, length(v_text) / 2);
    end;
  end loop;
  insert into search_text (source, kind, words) values (p_source, p_kind, v_words);
  insert into search_passage (source, n, text, words)
  select p_source, g.n, g.text, to_tsvector('english', search_plain(g.text))
  from (
    select (w.n - 1) / 60 as n, left(string_agg(w.word, ' ' order by w.n), 2000) as text
    from string_to_table(regexp_replace(trim(v_text), '\s+', ' ', 'g'), ' ') with ordinality w(word, n)
    group by 1
  ) g
  where g.text <> '';
  perform keep_search_words(to_tsvector('simple', search_plain(v_text)));
end
$$;

-- The contents of a published version that have words: pages, PDF documents and captions.
create function search_sources(p_version uuid) returns table (source text, kind text, html text) language sql stable as $$
  select encode(sha256(convert_to(a.settings ->> 'html', 'UTF8')), 'hex'), 'page', a.settings ->> 'html'
  from activity a where a.course_version_id = p_version and a.kind = 'page'
  union
  select a.file_sha256, 'document', null
  from activity a where a.course_version_id = p_version and a.kind = 'document' and a.media_type = 'application/pdf'
  union
  select c.sha256, 'captions', null
  from activity a join activity_captions c on c.activity_id = a.id where a.course_version_id = p_version
$$;

/*
 * Puts a course into the index as it stands, or takes it out when nothing of it is published. Files whose words are not
 * known yet are asked for by an event; reading them is a job's work.
 */
create function refresh_search_document(p_course uuid) returns void language plpgsql as $$
declare
  c course;
  v course_version;
  r record;
  v_titles text[];
  v_kinds text[];
  v_more text;
  v_head tsvector;
  v_words tsvector;
  v_sources text[] := '{}';
  v_missing boolean := false;
begin
  perform lock_search();
  select * into c from course where id = p_course;
  select * into v from course_version where course_id = p_course and state = 'published';
  if v.id is null then
    delete from search_document where course_id = p_course;
    return;
  end if;
  select array_agg(a.title order by a.position), string_agg(a.settings ->> 'instructions', ' ' order by a.position),
      array_agg(distinct case when a.kind in ('scorm12', 'scorm2004') then 'lesson' else a.kind end)
    into v_titles, v_more, v_kinds from activity a where a.course_version_id = v.id;
  v_head := setweight(search_words_of(c.title), 'A')
    || setweight(search_words_of(concat_ws(' ', c.code, array_to_string(c.topics, ' '), c.outcome)), 'B')
    || setweight(search_words_of(c.summary), 'C')
    || setweight(search_words_of(concat_ws(' ', array_to_string(v_titles, ' '), v_more)), 'D');
  v_words := v_head;
  for r in select * from search_sources(v.id) order by source loop
    if r.kind = 'page' then
      perform keep_search_text(r.source, 'page', search_html_text(r.html));
    end if;
    v_sources := v_sources || r.source;
    begin
      select v_words || t.words into strict v_words from search_text t where t.source = r.source;
    exception
      when no_data_found then v_missing := true;
      -- More words than one entry can hold: the rest is found by its title only.
      when program_limit_exceeded then null;
    end;
  end loop;
  insert into search_document as d (course_id, course_version_id, open_to, self_enrolment, code, title, title_key, summary,
    topics, outcome, kinds, activity_titles, minutes, validity_months, sources, head, words)
  values (c.id, v.id, c.open_to, c.self_enrolment, c.code, c.title, lower(c.title), c.summary, c.topics, c.outcome,
    coalesce(v_kinds, '{}'), coalesce(v_titles, '{}'), v.minutes, v.validity_months, v_sources, v_head, v_words)
  on conflict (course_id) do update set course_version_id = excluded.course_version_id, open_to = excluded.open_to,
    self_enrolment = excluded.self_enrolment, code = excluded.code, title = excluded.title, title_key = excluded.title_key,
    summary = excluded.summary, topics = excluded.topics, outcome = excluded.outcome, kinds = excluded.kinds,
    activity_titles = excluded.activity_titles, minutes = excluded.minutes, validity_months = excluded.validity_months,
    sources = excluded.sources, head = excluded.head, words = excluded.words;
  perform keep_search_words(to_tsvector('simple', search_plain(concat_ws(' ', c.title, array_to_string(c.topics, ' '),
    c.outcome, c.summary, array_to_string(v_titles, ' '), v_more))));
  if v_missing then
    insert into outbox_event (at, type, payload)
      values (change_moment(), 'search.text-wanted', jsonb_build_object('courseId', c.id));
  end if;
end
$$;

create function refresh_search_of_version() returns trigger language plpgsql as $$
begin
  perform refresh_search_document(new.course_id);
  return null;
end
$$;
create trigger course_version_search_insert after insert on course_version
  for each row when (new.state = 'published') execute function refresh_search_of_version();
create trigger course_version_search_update after update on course_version
  for each row when (old.state is distinct from new.state and 'published' in (old.state, new.state))
  execute function refresh_search_of_version();

create function refresh_search_of_course() returns trigger language plpgsql as $$
begin
  perform refresh_search_document(new.id);
  return null;
end
$$;
create trigger course_search after update on course
  for each row when ((old.code, old.title, old.summary, old.topics, old.outcome, old.open_to, old.self_enrolment)
    is distinct from (new.code, new.title, new.summary, new.topics, new.outcome, new.open_to, new.self_enrolment))
  execute function refresh_search_of_course();

-- A published version stays as it is, but a file in it may be replaced by a newer one of the same.
create function refresh_search_of_parts() returns trigger language plpgsql as $$
declare
  v_course uuid;
begin
  if tg_table_name = 'activity' then
    select v.course_id into v_course from course_version v
      where v.state = 'published' and v.id = case when tg_op = 'DELETE' then old.course_version_id else new.course_version_id end;
  else
    select v.course_id into v_course from activity a join course_version v on v.id = a.course_version_id
      where v.state = 'published' and a.id = case when tg_op = 'DELETE' then old.activity_id else new.activity_id end;
  end if;
  if v_course is not null then
    perform refresh_search_document(v_course);
  end if;
  return null;
end
$$;
create trigger activity_search after insert or update or delete on activity
  for each row execute function refresh_search_of_parts();
create trigger activity_captions_search after insert or update or delete on activity_captions
  for each row execute function refresh_search_of_parts();

select refresh_search_document(course_id) from course_version where state = 'published';

create table bookmark (
  person_id uuid not null references person,
  course_id uuid not null references course,
  created_at timestamptz not null,
  primary key (person_id, course_id)
);

-- Somebody's own wish is a reason too.
alter table assignment_reason drop constraint assignment_reason_kind_check;
alter table assignment_reason add constraint assignment_reason_kind_check check (kind in ('path', 'self'));
create unique index assignment_reason_self_key on assignment_reason (assignment_id) where kind = 'self' and ended_at is null;

/*
 * A completion fulfils what is owed, in its own transaction. What nobody but the person themselves wanted is not asked of
 * them again when it expires, so it is closed with words of its own.
 */
create or replace function close_fulfilled_assignment() returns trigger language plpgsql as $$
begin
  update assignment a set state = 'closed', closed_on = new.completed_on,
    closed_why = case
      when exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind = 'self')
        and not exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind <> 'self')
      then 'completed-own-wish' else 'completed' end
  where a.person_id = new.person_id and a.course_id = new.course_id and a.state = 'open'
    and (new.valid_until is null or new.valid_until >= (new.recorded_at at time zone 'Europe/London')::date);
  return null;
end
$$;
