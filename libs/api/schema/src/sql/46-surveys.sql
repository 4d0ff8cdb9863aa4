-- Surveys: questions without right answers.
alter table activity drop constraint activity_kind_check;
alter table activity add constraint activity_kind_check check (kind in ('scorm12', 'scorm2004', 'video', 'document', 'page',
  'quiz', 'survey', 'practical', 'evidence', 'link', 'in-person'));
alter table activity drop constraint activity_settings_check;
alter table activity add constraint activity_settings_check check (
  (kind in ('page', 'quiz', 'survey', 'practical', 'evidence', 'link')) = (settings is not null)
  and (settings is null or settings ->> 'kind' = kind));

-- Answers with a name, by the question's id; the contract SurveyAnswers says their shape.
create table survey_answer (
  attempt_id uuid primary key references attempt,
  activity_id uuid not null references activity,
  answered_on date not null,
  answers jsonb not null
);
comment on table survey_answer is 'Append-only.';
create index survey_answer_activity_idx on survey_answer (activity_id, answered_on);

/*
 * Answers without a name come in here, with no person, attempt or time. Each that comes writes all of them anew, so that
 * the rows themselves do not say which was last.
 */
create table survey_waiting (
  -- By chance alone: an id that counts would be a time.
  id uuid primary key,
  activity_id uuid not null references activity,
  answers jsonb not null
);
create index survey_waiting_activity_idx on survey_waiting (activity_id);

-- Five that waited, shown from the same day on: two looks at the results differ by no fewer.
create table survey_anonymous_answer (
  id uuid primary key,
  activity_id uuid not null references activity,
  shown_from date not null,
  answers jsonb not null
);
comment on table survey_anonymous_answer is 'Append-only.';
create index survey_anonymous_answer_activity_idx on survey_anonymous_answer (activity_id, shown_from);

create function keep_anonymous_answers(p_activity uuid, p_id uuid, p_answers jsonb, p_group int, p_today date) returns void
language plpgsql as $$
declare
  v_rows jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended('survey ' || p_activity, 0));
  select jsonb_build_object('id', p_id, 'answers', p_answers)
      || coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'answers', w.answers)), '[]') into v_rows
    from survey_waiting w where w.activity_id = p_activity;
  delete from survey_waiting where activity_id = p_activity;
  if jsonb_array_length(v_rows) >= p_group then
    insert into survey_anonymous_answer (id, activity_id, shown_from, answers)
      select r.id, p_activity, p_today, r.answers from jsonb_to_recordset(v_rows) r(id uuid, answers jsonb) order by r.id;
  else
    insert into survey_waiting (id, activity_id, answers)
      select r.id, p_activity, r.answers from jsonb_to_recordset(v_rows) r(id uuid, answers jsonb) order by r.id;
  end if;
end
$$;

/*
 * Sends a survey: keeps the answers and ends the attempt. Twice is once, and the first counts. Null when it is not the
 * person's attempt at a survey. `p_id` is by chance, `p_group` how many anonymous answers are shown at once.
 */
create function send_survey(
  p_attempt uuid, p_person uuid, p_answers jsonb, p_id uuid, p_group int, p_at timestamptz, p_today date
) returns jsonb language plpgsql as $$
declare
  v_activity uuid;
  v_anonymous boolean;
  v_state text;
begin
  select a.id, (a.settings -> 'anonymous')::boolean, t.state into v_activity, v_anonymous, v_state
    from attempt t join activity a on a.id = t.activity_id
    where t.id = p_attempt and t.person_id = p_person and t.state <> 'abandoned' and a.kind = 'survey'
    for update of t;
  if v_activity is null then
    return null;
  end if;
  if v_state <> 'done' then
    if v_anonymous then
      perform keep_anonymous_answers(v_activity, p_id, p_answers, p_group, p_today);
    else
      insert into survey_answer (attempt_id, activity_id, answered_on, answers)
        values (p_attempt, v_activity, p_today, p_answers);
    end if;
  end if;
  return finish_attempt(p_attempt, p_person, null, p_today, 'attempt', '{}', p_at);
end
$$;

-- Of the answers to a survey everything but what was typed.
create function survey_without_texts(p_answers jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(a.key, a.value) filter (where not a.value ? 'text'), '{}') from jsonb_each(p_answers) a
$$;

-- The answers as people read them: [{"question", "answer"}] in the order in which they are asked.
create function survey_in_words(p_activity uuid, p_answers jsonb) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('question', q.asked ->> 'text', 'answer', coalesce(g.given ->> 'text', g.given ->> 'scale', (
      select string_agg(c ->> 'text', ', ') from jsonb_array_elements(q.asked -> 'body' -> 'choices') c
      where c ->> 'id' = g.given ->> 'choice' or g.given -> 'choices' ? (c ->> 'id')))) order by q.n), '[]')
  from activity a
  cross join lateral jsonb_array_elements(a.settings -> 'questions') with ordinality q(asked, n)
  cross join lateral (select p_answers -> (q.asked ->> 'id') as given) g
  where a.id = p_activity and g.given is not null
$$;

/*
 * The sheets of answers to a survey in all versions of its course: of version `p_version` or any, from and to a day, both
 * included. `p_lineage` is the activity's lineage. Anonymous ones have no attempt, and the day from which they are shown.
 */
create function survey_sheets(p_lineage uuid, p_version int, p_from date, p_to date)
returns table (attempt_id uuid, version int, on_day date, answers jsonb) language sql stable as $$
  with asked as (
    select a.id, v.number from activity a join course_version v on v.id = a.course_version_id
    where a.lineage_id = p_lineage and a.kind = 'survey' and (p_version is null or v.number = p_version)
  )
  select s.attempt_id, k.number, s.answered_on, s.answers
    from asked k join survey_answer s on s.activity_id = k.id
    where s.answered_on between coalesce(p_from, '-infinity') and coalesce(p_to, 'infinity')
  union all
  select null, k.number, s.shown_from, s.answers
    from asked k join survey_anonymous_answer s on s.activity_id = k.id
    where s.shown_from between coalesce(p_from, '-infinity') and coalesce(p_to, 'infinity')
$$;
