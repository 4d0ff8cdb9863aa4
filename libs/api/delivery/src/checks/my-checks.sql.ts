import { inScopeSql } from '@lms/api-platform';
import { signBasisSql } from '../practical/may-sign.sql.js';

const WAITING_FOR_ME = `
  select count(*)::int from practical_request q
  join attempt t on t.id = q.attempt_id
  join activity a on a.id = t.activity_id
  join person p on p.id = t.person_id
  where q.closed_at is null and t.state = 'open' and a.kind = 'practical' and p.erased_at is null
    and ${signBasisSql({ actor: '$1', today: '$2', person: 't.person_id', settings: 'a.settings', asked: 'true' })} is not null`;

/** A published practical that wants trainers ($3: the actor is one), line managers with reports, or the actor by name. */
const ASSESSES = `
  exists (
    select from activity a join course_version v on v.id = a.course_version_id
    where a.kind = 'practical' and v.state = 'published' and (
      ($3::boolean and (a.settings -> 'assessors' ->> 'trainers')::boolean)
      or (a.settings -> 'assessors' ->> 'lineManagers')::boolean and exists (select from reports_of($1, $2))
      or a.settings -> 'assessors' -> 'personIds' ? $1::text
    )
  )`;

const TO_CHECK = `
  select count(*)::int from evidence_submission s
  join attempt t on t.id = s.attempt_id
  join person p on p.id = s.person_id
  where $3::boolean and s.state = 'waiting' and t.state = 'open' and p.erased_at is null
    and not same_person(s.person_id, $1) and not same_person(s.submitted_by, $1)
    and ${inScopeSql('s.person_id', '$1', '$2')}`;

/** What came back to the learner and was not sent again: the newest of each open attempt. */
const RETURNED = `
  select coalesce(json_agg(json_build_object('courseId', c.id, 'courseTitle', c.title, 'activityId', t.activity_id,
    'reason', k.note, 'returnedAt', to_char(k.checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by k.checked_at), '[]')
  from evidence_submission s
  join evidence_check k on k.id = s.id
  join attempt t on t.id = s.attempt_id
  join course c on c.id = t.course_id
  where t.person_id = $1 and t.state = 'open' and s.state = 'returned'
    and not exists (select from evidence_submission n where n.attempt_id = t.id and n.submitted_at > s.submitted_at)`;

const NOT_PASSED = `
  select coalesce(json_agg(json_build_object('courseId', c.id, 'courseTitle', c.title, 'activityId', t.activity_id,
    'signedAt', to_char(f.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by f.signed_at), '[]')
  from practical_sign_off f
  join attempt t on t.id = f.attempt_id
  join course c on c.id = t.course_id
  where f.person_id = $1 and t.state = 'open' and not f.passed
    and not exists (select from practical_sign_off n where n.attempt_id = t.id and n.signed_at > f.signed_at)
    and not exists (select from practical_request q where q.attempt_id = t.id and q.closed_at is null)`;

const SENT_BACK = `
  select count(*)::int from evidence_submission s
  join attempt t on t.id = s.attempt_id
  where s.submitted_by = $1 and s.person_id <> $1 and s.state = 'returned' and t.state = 'open'
    and (holds_role($1, '{people-team}', $2) or (s.person_id in (select coordinated_by($1, $2))) is true)
    and not exists (select from evidence_submission n where n.attempt_id = s.attempt_id and n.submitted_at > s.submitted_at)`;

/** $1 actor, $2 today, $3 whether they hold `record.write`. The answer is the contract's own JSON. */
export const MY_CHECKS = `
  select json_build_object(
    'toAssess', w.n,
    'assesses', w.n > 0 or ${ASSESSES},
    'verifies', $3::boolean,
    'toCheck', (${TO_CHECK}),
    'sends', holds_role($1, '{people-team,coordinator}', $2),
    'returned', (${RETURNED}),
    'sentBack', (${SENT_BACK}),
    'notPassed', (${NOT_PASSED})
  )::text as answer
  from (select (${WAITING_FOR_ME}) as n) w`;
