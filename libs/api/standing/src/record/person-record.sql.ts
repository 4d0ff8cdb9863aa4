import { routeJson, ROUTES } from '../today/routes.sql.js';

/**
 * What a person has done and owes. $1 person, $2 today, $3 whoever asks: out of their scope there is no row. $4 whether
 * they choose buddies for everybody. Who recorded
 * a fact and what it scored are kept beside the chain, where they can be erased.
 */
export const PERSON_RECORD = `
with routes as (${ROUTES})
select json_build_object(
  'personId', w.id, 'name', concat_ws(' ', w.given_name, w.family_name), 'organisationName', o.name, 'jobRole', e.job_role, 'today', $2::date,
  'courses', coalesce((
    select json_agg(json_build_object('courseId', c.id, 'code', c.code, 'title', c.title, 'standing', standing_on(s.*, $2),
      'completedOn', s.completed_on, 'validUntil', s.valid_until, 'dueOn', case when s.opens_on is null or s.opens_on <= $2 or not s.ever_completed then s.due_on end) order by c.title)
    from standing_dates s join course c on c.id = s.course_id where s.person_id = w.id
  ), '[]'),
  'completions', coalesce((
    select json_agg(json_build_object('seq', l.seq, 'courseId', c.id, 'title', c.title, 'versionNumber', v.number,
      'completedOn', l.completed_on, 'validUntil', l.valid_until, 'source', l.source,
      'recordedAt', to_char(l.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'recordedByName', (
        select concat_ws(' ', r.given_name, r.family_name) from ledger_private k join person r on r.id = (k.value::jsonb #>> '{}')::uuid
        where k.person_id = l.person_id and k.seq = l.seq and k.field = 'recordedBy'
      ),
      'score', (select k.value::numeric from ledger_private k where k.person_id = l.person_id and k.seq = l.seq and k.field = 'score'),
      'revoked', exists (select from ledger_entry x where x.person_id = l.person_id and x.kind = 'revocation' and x.revokes_seq = l.seq),
      'hash', encode(l.hash, 'hex')) order by l.seq desc)
    from ledger_entry l join course c on c.id = l.course_id join course_version v on v.id = l.course_version_id
    where l.person_id = w.id and l.kind = 'completion'
  ), '[]'),
  'routes', coalesce((
    select json_agg(${routeJson('r', '$4::boolean or manages_engagement($3, r.engagement_id, $2)')} order by r.anchor_on desc, r.id) from routes r
  ), '[]')
)::text as answer
from person w
left join lateral (
  select x.* from engagement x where x.person_id = w.id order by (x.ends_on is null or x.ends_on >= $2) desc, x.starts_on desc limit 1
) e on true
left join organisation o on o.id = e.organisation_id
where w.id = $1 and $1 in (select people_in_scope($3, $2))`;
