import { instantSql } from '../shared/sql-text.js';

/** What one entry has. $1 person. */
export const SIDE = `
  select json_build_object(
    'id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name), 'contactEmail', p.contact_email, 'phone', p.phone,
    'addedOn', (p.created_at at time zone 'Europe/London')::date,
    'engagements', coalesce((
      select json_agg(json_build_object('organisationName', o.name, 'employeeNumber', e.employee_number, 'jobRole', e.job_role,
        'startsOn', e.starts_on, 'endsOn', e.ends_on) order by e.starts_on desc, e.id)
      from engagement e join organisation o on o.id = e.organisation_id where e.person_id = p.id), '[]'),
    'roles', coalesce((select json_agg(distinct g.role) from role_grant g where g.person_id = p.id), '[]'),
    'signInNames', coalesce((select json_agg(n.name order by n.created_at, n.id) from sign_in_name n
      where n.person_id = any (persons_as(p.id))), '[]'),
    'hasPassword', exists (select from password w where w.person_id = any (persons_as(p.id))),
    'lastSignInAt', (select ${instantSql('max(s.created_at)')} from session s where s.person_id = p.id),
    'completions', (select count(*) from ledger_entry l where l.person_id = any (persons_as(p.id)) and l.kind = 'completion'
      and not is_revoked(l.person_id, l.seq)),
    'evidence', (select count(*) from evidence_submission v where v.person_id = p.id),
    'owed', (select count(*) from assignment a where a.person_id = p.id and a.state = 'open'),
    'begun', (select count(*) from attempt t where t.person_id = p.id and t.state = 'open'),
    'asked', (select count(*) from waiting_request q where q.id in (select r.id from learner_request r where r.person_id = p.id))
  ) as side
  from person p where p.id = $1`;

/** Where a person stands, course by course, with the due dates that they are told. $1 person, $2 today. */
export const LINES = `
  select s.course_id as "courseId", c.title, standing_on(s.*, $2::date) as standing,
    case when s.opens_on is null or s.opens_on <= $2 or not s.ever_completed then s.due_on end::text as "dueOn",
    s.valid_until::text as "validUntil"
  from standing_dates s join course c on c.id = s.course_id where s.person_id = $1 order by c.title, c.id`;

/** How far the chains of two people have come. $1 and $2. */
export const HEADS = `
  select person_id as chain, seq from ledger_head where person_id = any (persons_as($1) || persons_as($2))`;

/** What was counted for a person since, beyond chains $2 as far as $3: by an equivalence, or as a refresher. $1 person. */
export const COUNTED = `
  select l.course_id as "courseId", c.title, l.completed_on::text as "completedOn", l.valid_until::text as "validUntil", l.source as how,
    case l.source when 'equivalence' then (
      select concat_ws(', ', coalesce(q.title, s.title), r.title)
      from counted_through k
      join equivalence_version v on v.id = k.equivalence_version_id
      join equivalence e on e.id = k.equivalence_id
      left join course s on s.id = e.source_course_id
      left join outside_qualification q on q.id = e.qualification_id
      left join course r on r.id = v.remainder_course_id
      where k.id = l.source_id
    ) else (select r.title from course_version v join course r on r.id = v.refresher_course_id where v.id = l.course_version_id) end as through
  from ledger_entry l
  join course c on c.id = l.course_id
  left join unnest($2::uuid[], $3::int[]) h(chain, seq) on h.chain = l.person_id
  where l.person_id = any (persons_as($1)) and l.kind = 'completion' and l.source in ('equivalence', 'refresher')
    and l.seq > coalesce(h.seq, 0) and not is_revoked(l.person_id, l.seq)
  order by c.title, l.completed_on, l.person_id, l.seq`;
