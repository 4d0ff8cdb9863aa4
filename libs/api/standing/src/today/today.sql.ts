import { bookedJson } from './booked.sql.js';
import { refreshesSql, renewalJson } from './renewal.sql.js';
import { routeJson, ROUTES } from './routes.sql.js';

/** A course as far as a person has come: the part of its activities that is done, and where they stopped. */
export const COURSE_PROGRESS = `
  left join lateral (
    select v.minutes, v.id as version_id from course_version v where v.course_id = s.course_id and v.state = 'published'
  ) v on true
  left join lateral (
    select count(*) as n, bool_and(a.kind = 'in-person') as in_person,
      floor(avg(case when t.state = 'done' then 100 else coalesce(t.percent, 0) end))::int as percent
    from activity a
    left join attempt t on s.started_on is not null and t.person_id = s.person_id and t.activity_id = a.id and t.state <> 'abandoned'
      and t.number = (select max(x.number) from attempt x where x.person_id = s.person_id and x.activity_id = a.id)
    where a.course_version_id = v.version_id
  ) p on true`;

/** So many days ahead somebody is told that their access ends. */
const TELL_DAYS = 30;

/** Why a finished course `s` is owed once more: the newest revision that asks for it. */
const REVISION = `
  select json_build_object('title', a.title, 'publishedOn', (n.published_at at time zone 'Europe/London')::date) as revision
  from assignment q
  join assignment_reason r on r.assignment_id = q.id and r.kind = 'revision' and r.ended_at is null
  join activity a on a.id = r.activity_id
  join course_version n on n.id = a.course_version_id
  where q.person_id = s.person_id and q.course_id = s.course_id and q.state = 'open' and s.required
  order by n.number desc limit 1`;

/**
 * Everything the first page of a learner shows, in the contract's own shape, by one statement. $1 person, $2 today.
 * What comes next: the stop one is at on a route, else what is most pressing among the things that can be done here. What
 * somebody holds and is about to lose is offered, too, where nobody asks for it: after everything that is asked.
 */
export const TODAY = `
with due as materialized (
  select s.course_id, c.title, standing_on(s.*, $2) as standing, s.due_on, s.valid_until, s.opens_on, s.required, s.started_on, s.ever_completed,
    v.minutes, case when s.started_on is not null then p.percent end as percent, coalesce(p.in_person, true) as in_person,
    w.revision
  from standing_dates s
  join course c on c.id = s.course_id
  ${COURSE_PROGRESS}
  left join lateral (${REVISION}) w on true
  where s.person_id = $1
), routes as materialized (${ROUTES}),
pressing as (
  select d.*,
    row_number() over (order by d.required desc,
      case d.standing when 'expired' then 1 when 'overdue' then 1 when 'in progress' then 2 when 'not started' then 3 else case when d.revision is null then 4 else 3 end end,
      coalesce(d.due_on, d.valid_until), d.title) as rank
  from due d
  where (d.standing = 'expiring' or d.required and (d.revision is not null or d.standing in ('expired', 'overdue', 'in progress', 'not started')))
    and (d.opens_on is null or d.opens_on <= $2)
), next as (
  select q.* from (
    select d.*, 1 as first, r.ord from (
      select (stop ->> 'courseId')::uuid as course_id, x.ord from routes, jsonb_array_elements(routes.stops) with ordinality x(stop, ord)
      where stop ->> 'state' = 'here'
    ) r join due d on d.course_id = r.course_id
    union all
    select d.course_id, d.title, d.standing, d.due_on, d.valid_until, d.opens_on, d.required, d.started_on, d.ever_completed, d.minutes, d.percent, d.in_person, d.revision, 2 + (not d.required)::int, d.rank
    from pressing d where not d.in_person
  ) q
  order by (q.standing in ('expired', 'overdue') and not q.in_person) desc, q.first, q.in_person, q.due_on nulls last, q.ord limit 1
)
select json_build_object(
  'today', $2::date,
  'knownAs', coalesce(w.known_as, w.given_name),
  'name', concat_ws(' ', w.given_name, w.family_name),
  'jobRole', e.job_role,
  'organisationName', o.name,
  'firstDay', case when e.starts_on >= $2 then e.starts_on end,
  'leaving', (
    select json_build_object('accessEndsOn', max(x.ends_on), 'linkTo', w.contact_email) from engagement x where x.person_id = w.id and (x.ends_on is null or x.ends_on >= $2)
    having bool_and(x.ends_on is not null) and max(x.ends_on) <= $2::date + ${TELL_DAYS}
  ),
  'next', (
    select json_build_object('courseId', n.course_id, 'title', n.title, 'standing', n.standing, 'required', n.required, 'dueOn', n.due_on,
      'validUntil', n.valid_until, 'minutes', n.minutes, 'percent', n.percent, 'inPersonOnly', n.in_person,
      'booked', ${bookedJson('n')}, 'revision', n.revision,
      'renewal', ${renewalJson('n', '$2::date')}, 'refreshes', ${refreshesSql('n')},
      'stoppedAt', (select s.stopped_at from attempt_sco s where s.attempt_id = t.id and s.stopped_at is not null
        order by s.touched_at desc limit 1), 'activityId', t.activity_id)
    from next n left join lateral (
      select a.id, a.activity_id from attempt a where a.person_id = $1 and a.course_id = n.course_id and a.state = 'open'
      order by a.updated_at desc limit 1
    ) t on true
  ),
  'routes', coalesce((
    select json_agg(${routeJson('r', 'false')} order by r.anchor_on, r.id)
    from routes r where not r.finished and (r.kind <> 'offboarding' or r.opens_on <= $2)
  ), '[]'),
  'due', coalesce((
    select json_agg(json_build_object('courseId', d.course_id, 'title', d.title, 'standing', d.standing, 'required', d.required, 'dueOn', d.due_on,
      'validUntil', d.valid_until, 'minutes', d.minutes, 'percent', d.percent, 'inPersonOnly', d.in_person,
      'booked', ${bookedJson('d')},
      'revision', d.revision, 'renewal', ${renewalJson('d', '$2::date')}, 'refreshes', ${refreshesSql('d')}) order by d.rank)
    from pressing d where d.rank <= 20
  ), '[]'),
  'counts', coalesce((
    select json_object_agg(g.standing, g.n) from (select d.standing, count(*)::int as n from due d where d.standing <> 'not required' group by 1) g
  ), '{}')
)::text as answer
from person w
left join lateral (
  select x.* from engagement x where x.person_id = w.id and (x.ends_on is null or x.ends_on >= $2) order by x.starts_on limit 1
) e on true
left join organisation o on o.id = e.organisation_id
where w.id = $1`;
