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
    'begun', (select count(*) from attempt t where t.person_id = p.id and t.state = 'open')
  ) as side
  from person p where p.id = $1`;

/** Where a person stands, course by course. $1 person, $2 today. */
export const LINES = `
  select s.course_id as "courseId", c.title, standing_on(s.*, $2::date) as standing, s.due_on::text as "dueOn",
    s.valid_until::text as "validUntil"
  from standing_dates s join course c on c.id = s.course_id where s.person_id = $1 order by c.title, c.id`;
