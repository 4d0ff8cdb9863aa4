-- What every kind of activity shares.
alter table activity drop constraint activity_kind_check;
alter table activity add constraint activity_kind_check check (kind in
  ('scorm12', 'scorm2004', 'video', 'document', 'page', 'quiz', 'practical', 'evidence', 'link', 'in-person'));
-- What the kinds without an uploaded file are made of; the contract ActivitySettings says the shape.
alter table activity add column settings jsonb;
alter table activity add constraint activity_settings_check check (
  (kind in ('page', 'quiz', 'practical', 'evidence', 'link')) = (settings is not null)
  and (settings is null or settings ->> 'kind' = kind));

/*
 * Ends an attempt that something other than a commit finishes: a promise, a quiz, a signature, a checked card. The same
 * in the same transaction as what caused it; twice is once. Answers what a commit answers, null for no such attempt.
 */
create function finish_attempt(
  p_attempt uuid, p_person uuid, p_score numeric, p_completed_on date, p_source text, p_private jsonb, p_at timestamptz
) returns jsonb language plpgsql as $$
declare
  t attempt;
  v_course_done boolean := false;
begin
  select x.* into t from attempt x where x.id = p_attempt and x.person_id = p_person for update;
  if t.id is null or t.state = 'abandoned' then
    return null;
  end if;
  if t.state <> 'done' then
    update attempt set state = 'done', done_at = p_at, updated_at = p_at, percent = 100, score = coalesce(p_score, score)
      where id = t.id;
    v_course_done := complete_course_if_done(t.person_id, t.id, t.course_id, t.course_version_id, p_completed_on, p_source,
      p_private, p_at);
  end if;
  return jsonb_build_object('acknowledged', '[]'::jsonb, 'superseded', false, 'activityDone', true, 'courseDone', v_course_done);
end
$$;
