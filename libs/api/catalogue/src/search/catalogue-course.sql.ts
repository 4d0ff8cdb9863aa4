/** A published course as a person sees it who may see it, else no row. $1 person, $2 today, $3 course. */
export const CATALOGUE_COURSE = `
with me as materialized (
  select learner_keys($1, $2) as keys, own_courses($1) as own
), reasons as materialized (
  select r.kind, l.title from assignment a
  join assignment_reason r on r.assignment_id = a.id and r.ended_at is null
  left join path_enrolment e on e.id = r.path_enrolment_id
  left join learning_path l on l.id = e.path_id
  where a.person_id = $1 and a.course_id = $3 and a.state = 'open'
)
select json_build_object(
  'courseId', d.course_id, 'code', d.code, 'title', d.title, 'summary', d.summary, 'topics', d.topics, 'outcome', d.outcome,
  'minutes', d.minutes, 'validityMonths', d.validity_months,
  'activities', coalesce((
    select json_agg(json_build_object('title', a.title, 'minutes', a.minutes,
      'kind', case when a.kind in ('scorm12', 'scorm2004') then 'lesson' else a.kind end) order by a.position)
    from activity a where a.course_version_id = d.course_version_id
  ), '[]'),
  'standing', case when s.course_id is not null then standing_on(s.*, $2) end,
  'dueOn', s.due_on, 'opensOn', s.opens_on, 'completedOn', s.completed_on, 'validUntil', s.valid_until,
  'mine', d.course_id = any (me.own),
  'reasons', coalesce((
    select json_agg(json_build_object('kind', r.kind, 'pathTitle', r.title) order by r.kind, r.title)
    from (select distinct kind, title from reasons) r
  ), '[]'),
  'mayEnrol', d.self_enrolment and not exists (select from assignment a where a.person_id = $1 and a.course_id = $3 and a.state = 'open')
    and not coalesce(s.window_from > $2, s.lifetime, false),
  'mayWithdraw', exists (select from reasons where kind = 'self') and not exists (select from reasons where kind <> 'self'),
  'saved', exists (select from bookmark b where b.person_id = any (persons_as($1)) and b.course_id = $3)
)::text as answer
from search_document d cross join me
left join standing_dates s on s.person_id = $1 and s.course_id = d.course_id
where d.course_id = $3 and course_visible(d.open_to, d.course_id, me.keys, me.own)`;
