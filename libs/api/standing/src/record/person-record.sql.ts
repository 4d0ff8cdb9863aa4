import { routeJson, ROUTES } from '../today/routes.sql.js';

/** A private value of an entry `l`, as text; kept beside the chain, where it can be erased. */
const kept = (entry: string, field: string): string =>
  `(select k.value::jsonb #>> '{}' from ledger_private k where k.person_id = ${entry}.person_id and k.seq = ${entry}.seq and k.field = '${field}')`;

/** From what a completion `l` was counted, for whoever may also see behind that; `sight` is `v`. */
const THROUGH = `(
  select json_build_object(
    'source', json_build_object('kind', coalesce(q.kind, 'course'), 'by', coalesce(nullif(q.issuer, ''), o.name), 'title', coalesce(q.title, sc.title)),
    'on', coalesce(a.awarded_on, h.issued_on, s.completed_on), 'until', coalesce(a.expires_on, h.expires_on, s.valid_until),
    'remainder', (select title from course where id = ev.remainder_course_id), 'equivalenceId', e.id, 'number', ev.number)
  from counted_through k
  join equivalence_version ev on ev.id = k.equivalence_version_id
  join equivalence e on e.id = k.equivalence_id
  left join course sc on sc.id = e.source_course_id
  left join outside_qualification q on q.id = e.qualification_id
  left join organisation o on o.id = q.organisation_id
  left join outside_award a on a.id = k.award_id
  left join evidence_check h on h.id = k.evidence_id
  left join ledger_entry s on s.person_id = k.source_person_id and s.seq = k.source_seq
  where k.id = l.source_id and (v.whole or may_see_fact($3, $1,
    (coalesce(a.recorded_at, h.checked_at, s.recorded_at) at time zone 'Europe/London')::date, $2::date)))`;

/**
 * What a person has done and owes, as far as whoever asks sees it. $1 person, $2 today, $3 who asks: out of their scope
 * there is no row. $4 whether they choose buddies for everybody. An employer sees the courses that its own reasons ask
 * for, with its own dates; what lies behind a fact only when it was recorded in its time. Nobody but the person is told
 * the number of a card.
 */
export const PERSON_RECORD = `
with sight as materialized (
  select persons_as($1) as ids, sees_whole_record($3, $1, $2::date) as whole, array(select seen_engagements($3, $1, $2::date)) as seen
), asked as materialized (
  select a.course_id, a.due_on from sight v cross join lateral courses_asked_by($1, v.seen) a where not v.whole
), routes as (${ROUTES}),
facts as materialized (
  select l.*, v.whole or may_see_fact($3, $1, (l.recorded_at at time zone 'Europe/London')::date, $2::date) as behind
  from sight v cross join ledger_entry l
  where l.person_id = any (v.ids) and l.kind = 'completion' and (v.whole or exists (select from asked a where a.course_id = l.course_id))
)
select json_build_object(
  'personId', w.id, 'name', concat_ws(' ', w.given_name, w.family_name), 'organisationName', o.name, 'jobRole', e.job_role,
  'today', $2::date, 'whole', v.whole,
  'courses', coalesce((
    select json_agg(json_build_object('courseId', c.id, 'code', c.code, 'title', c.title, 'standing', standing_on(s.*, $2),
      'asked', exists (select from assignment x where x.person_id = w.id and x.course_id = c.id),
      'completedOn', s.completed_on, 'validUntil', s.valid_until, 'dueOn',
        case when s.opens_on is null or s.opens_on <= $2 or not s.ever_completed then case when v.whole then s.due_on else a.due_on end end) order by c.title)
    from standing_dates s join course c on c.id = s.course_id left join asked a on a.course_id = s.course_id
    where s.person_id = w.id and (v.whole or a.course_id is not null)
  ), '[]'),
  'completions', coalesce((
    select json_agg(json_build_object('seq', l.seq, 'chainId', l.person_id, 'courseId', c.id, 'title', c.title, 'versionNumber', n.number,
      'completedOn', l.completed_on, 'validUntil', l.valid_until,
      'source', case when l.behind then l.source end,
      'recordedAt', case when l.behind then to_char(l.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end,
      'recordedByName', case when l.behind then (
        select concat_ws(' ', r.given_name, r.family_name) from person r where r.id = ${kept('l', 'recordedBy')}::uuid) end,
      'score', case when l.behind then ${kept('l', 'score')}::numeric end,
      'note', case when l.behind then ${kept('l', 'note')} end,
      'revoked', x.seq is not null,
      'revokedWhy', case when x.seq is not null and l.behind then json_build_object('reasonCode', x.body::jsonb #>> '{fact,reasonCode}',
        'on', (x.recorded_at at time zone 'Europe/London')::date, 'note', ${kept('x', 'note')}) end,
      'certificate', case when x.seq is null then k.code end,
      'hash', case when l.behind then encode(l.hash, 'hex') end,
      'through', case when l.behind and l.source = 'equivalence' then ${THROUGH} end) order by l.recorded_at desc, l.seq desc)
    from sight v cross join facts l
    join course c on c.id = l.course_id
    join course_version n on n.id = l.course_version_id
    left join ledger_entry x on x.person_id = l.person_id and x.kind = 'revocation' and x.revokes_seq = l.seq
    left join certificate k on k.person_id = l.person_id and k.seq = l.seq
  ), '[]'),
  'evidence', coalesce((
    select json_agg(json_build_object('id', s.id, 'courseTitle', c.title, 'issuer', s.issuer, 'number', case when $1 = $3 then s.number end,
      'issuedOn', h.issued_on, 'expiresOn', h.expires_on, 'checkedOn', (h.checked_at at time zone 'Europe/London')::date,
      'checkedByName', concat_ws(' ', r.given_name, r.family_name)) order by h.checked_at desc, s.id)
    from evidence_check h
    join evidence_submission s on s.id = h.id
    join attempt t on t.id = h.attempt_id
    join course c on c.id = t.course_id
    join person r on r.id = h.checked_by
    where h.person_id = any (v.ids) and h.outcome = 'accepted' and (v.whole or (
      exists (select from asked a where a.course_id = t.course_id)
      and may_see_fact($3, $1, (h.checked_at at time zone 'Europe/London')::date, $2::date)))
  ), '[]'),
  'outside', coalesce((
    select json_agg(json_build_object('id', a.id, 'kind', q.kind, 'by', coalesce(nullif(q.issuer, ''), o.name), 'title', q.title,
      'reference', case when $1 = $3 then p.reference end, 'awardedOn', a.awarded_on, 'expiresOn', a.expires_on,
      'recordedOn', (a.recorded_at at time zone 'Europe/London')::date, 'recordedByName', (
        select concat_ws(' ', r.given_name, r.family_name) from person r where r.id = a.recorded_by),
      'counts', exists (select from counted_through k where k.award_id = a.id and not is_revoked(k.person_id, k.seq)),
      'takenBack', x.award_id is not null) order by a.awarded_on desc, a.id)
    from outside_award a
    join outside_qualification q on q.id = a.qualification_id
    left join organisation o on o.id = q.organisation_id
    left join outside_award_private p on p.award_id = a.id
    left join outside_award_end x on x.award_id = a.id
    where a.person_id = any (v.ids) and (v.whole or (
      may_see_fact($3, $1, (a.recorded_at at time zone 'Europe/London')::date, $2::date)
      and exists (select from asked s join equivalence e on e.course_id = s.course_id where e.qualification_id = a.qualification_id)))
  ), '[]'),
  'routes', coalesce((
    select json_agg(${routeJson('r', '$4::boolean or manages_engagement($3, r.engagement_id, $2)')} order by r.anchor_on desc, r.id)
    from routes r where v.whole or r.engagement_id = any (v.seen)
  ), '[]')
)::text as answer
from person w
cross join sight v
left join lateral (
  select y.* from engagement y where y.person_id = w.id and (v.whole or y.id = any (v.seen))
  order by (y.ends_on is null or y.ends_on >= $2) desc, y.starts_on desc limit 1
) e on true
left join organisation o on o.id = e.organisation_id
where w.id = $1 and w.erased_at is null and exists (select from people_in_scope($3, $2) s(id) where s.id = w.id)`;
