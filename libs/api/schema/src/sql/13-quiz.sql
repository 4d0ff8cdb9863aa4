-- Question banks and quizzes.

create table question_bank (
  id uuid primary key,
  version int not null default 1,
  title text not null,
  description text not null default '',
  created_by uuid references person,
  created_at timestamptz not null
);
create index question_bank_title_idx on question_bank (lower(title), id);

create table question (
  id uuid primary key,
  bank_id uuid not null references question_bank,
  version int not null default 1,
  position int not null,
  -- What the author's own file calls it, so that the same file can be read in again.
  key text,
  -- The number of the revision that says what it asks now.
  revision int not null default 1,
  retired boolean not null default false,
  changed_at timestamptz not null,
  unique (bank_id, position)
);
create unique index question_key_key on question (bank_id, key) where key is not null;

-- What a question asked from a moment on. An edit is a new row: whoever was asked the old one was asked the old one.
create table question_revision (
  id uuid primary key,
  question_id uuid not null references question,
  number int not null,
  text text not null,
  body jsonb not null,
  tags text[] not null default '{}',
  safety_critical boolean not null default false,
  explanation text not null default '',
  created_by uuid references person,
  created_at timestamptz not null,
  unique (question_id, number)
);
comment on table question_revision is 'Append-only.';

create view current_question as
  select q.id, q.bank_id, q.version, q.position, q.key, q.retired, q.changed_at, q.revision,
    r.id as revision_id, r.text, r.body, r.tags, r.safety_critical, r.explanation
  from question q join question_revision r on r.question_id = q.id and r.number = q.revision;

-- Which courses draw from a bank.
create index activity_quiz_idx on activity using gin (settings jsonb_path_ops) where kind = 'quiz';

-- What each section of the version's quizzes would draw from if it were published now.
create function quiz_candidates(p_version uuid)
returns table (activity_id uuid, section int, question_revision_id uuid, "position" int) language sql stable as $$
  select a.id, (s.n - 1)::int, q.revision_id, q.position
  from activity a
  cross join lateral jsonb_array_elements(a.settings -> 'sections') with ordinality s(section, n)
  join current_question q on q.bank_id = (s.section ->> 'bankId')::uuid and not q.retired
    and (s.section ->> 'tag' is null or s.section ->> 'tag' = any (q.tags))
  where a.course_version_id = p_version and a.kind = 'quiz'
$$;

-- The questions of a published quiz, kept as they were when it was published.
create table quiz_pool (
  activity_id uuid not null references activity,
  -- From 0, as the settings list them.
  section int not null,
  question_revision_id uuid not null references question_revision,
  position int not null,
  primary key (activity_id, section, question_revision_id)
);
comment on table quiz_pool is 'Append-only.';

create function keep_quiz_pool() returns trigger language plpgsql as $$
begin
  if exists (select from activity a join course_version v on v.id = a.course_version_id
      where a.id = new.activity_id and v.state in ('published', 'retired')) then
    raise exception 'a published version cannot be changed' using errcode = 'LM001';
  end if;
  return new;
end
$$;
create trigger quiz_pool_keep before insert on quiz_pool for each row execute function keep_quiz_pool();

-- How many questions each run of a published quiz asks: all of some sections, so many of the others, none twice.
create function quiz_length(p_activity uuid, p_settings jsonb) returns int language sql stable as $$
  select (
    (select count(distinct p.question_revision_id) from quiz_pool p
      where p.activity_id = p_activity and p_settings -> 'sections' -> p.section ->> 'count' is null)
    + (select coalesce(sum((s ->> 'count')::int), 0) from jsonb_array_elements(p_settings -> 'sections') s)
  )::int
$$;

-- One try at a quiz.
create table quiz_run (
  id uuid primary key,
  attempt_id uuid not null references attempt,
  number int not null,
  -- Draw and shuffles can be made again from it.
  seed text not null,
  -- In the order asked: [{id, revisionId, parts, rights}], ids made for this run beside the question's own.
  drawn jsonb not null check (jsonb_array_length(drawn) between 1 and 200),
  started_at timestamptz not null,
  ends_at timestamptz,
  version int not null default 0,
  answers jsonb not null default '{}',
  -- What the last saves from version change_from on have set: who sends it again knows it.
  change_from int not null default 0,
  last_change jsonb not null default '{}',
  saved_at timestamptz,
  handed_in_at timestamptz,
  out_of_time boolean not null default false,
  passed boolean,
  score numeric,
  failed_safety boolean,
  -- In the order asked.
  marks boolean[],
  -- What was answered to whoever handed it in; the same again for a repeated hand-in.
  result jsonb,
  unique (attempt_id, number),
  check (num_nulls(handed_in_at, passed, score, failed_safety, marks, result) in (0, 6))
);
create unique index quiz_run_open_key on quiz_run (attempt_id) where handed_in_at is null;
create index quiz_run_overdue_idx on quiz_run (ends_at) where handed_in_at is null and ends_at is not null;

create function keep_quiz_run() returns trigger language plpgsql as $$
begin
  raise exception 'a run that was handed in cannot be changed' using errcode = 'LM002';
end
$$;
create trigger quiz_run_keep before update or delete on quiz_run
  for each row when (old.handed_in_at is not null) execute function keep_quiz_run();

/*
 * Each answer handed in, for the statistics of questions. rest is the share of the other questions of the run that
 * were right, null without others. No foreign key to the question: questions are never removed, and hundreds of people
 * handing in at once would all lock the same rows.
 */
create table quiz_mark (
  question_id uuid not null,
  run_id uuid not null references quiz_run,
  was_right boolean not null,
  rest real,
  primary key (question_id, run_id) include (was_right, rest)
);
comment on table quiz_mark is 'Append-only.';

-- Tries beyond the limit, given to one person.
create table quiz_extra_tries (
  id uuid primary key,
  attempt_id uuid not null references attempt,
  tries int not null check (tries between 1 and 20),
  reason text not null,
  given_by uuid not null references person,
  given_at timestamptz not null
);
create index quiz_extra_tries_attempt_idx on quiz_extra_tries (attempt_id);
comment on table quiz_extra_tries is 'Append-only.';

/*
 * Per cent right and point-biserial correlation with the rest of the score: the correlation of being right (0 or 1)
 * with rest. Null without variation or below 10 answers that have a rest.
 */
create function question_statistics(p_question uuid)
returns table (answered int, right_percent float8, discrimination float8) language sql stable as $$
  select count(*)::int, round(avg(m.was_right::int) * 100, 1)::float8,
    case when count(m.rest) >= 10 then round(corr(m.was_right::int, m.rest)::numeric, 3)::float8 end
  from quiz_mark m where m.question_id = p_question
$$;

/*
 * Ends a run as it was scored, with what a pass completes, all in one transaction. Twice is once: `handed-in` is
 * answered for a run that was, `changed` when it was saved since p_version was read; nothing is written then. Null for
 * no such run of this person. p_marks: [{questionId, right, rest}] of the questions that were answered.
 */
create function hand_in_quiz(
  p_run uuid, p_person uuid, p_version int, p_answers jsonb, p_outcome jsonb, p_marks jsonb,
  p_handed_in_at timestamptz, p_completed_on date, p_at timestamptz
) returns jsonb language plpgsql as $$
declare
  r record;
  v_passed boolean := (p_outcome ->> 'passed')::boolean;
  v_score numeric := (p_outcome ->> 'score')::numeric;
  v_result jsonb;
begin
  select q.attempt_id, q.version, q.handed_in_at into r from quiz_run q join attempt t on t.id = q.attempt_id
    where q.id = p_run and t.person_id = p_person for update of q;
  if r.attempt_id is null then
    return null;
  end if;
  if r.handed_in_at is not null then
    return '{"state": "handed-in"}';
  end if;
  if r.version <> p_version then
    return '{"state": "changed"}';
  end if;
  if v_passed then
    v_result := finish_attempt(r.attempt_id, p_person, v_score, p_completed_on, 'attempt', jsonb_build_object('score', v_score), p_at);
  else
    update attempt set updated_at = p_at where id = r.attempt_id;
  end if;
  v_result := coalesce(v_result, '{"acknowledged": [], "superseded": false, "activityDone": false, "courseDone": false}');
  update quiz_run set answers = p_answers, version = version + 1, handed_in_at = p_handed_in_at,
    out_of_time = (p_outcome ->> 'outOfTime')::boolean, passed = v_passed, score = v_score,
    failed_safety = (p_outcome ->> 'failedSafety')::boolean,
    marks = array(select m::boolean from jsonb_array_elements_text(p_outcome -> 'marks') m), result = v_result
    where id = p_run;
  insert into quiz_mark (question_id, run_id, was_right, rest)
    select m."questionId", p_run, m."right", m.rest
    from jsonb_to_recordset(p_marks) as m("questionId" uuid, "right" boolean, rest real);
  return jsonb_build_object('state', 'done', 'result', v_result);
end
$$;
