import { engagementSeenSql } from '@lms/api-platform';
import { ITEM_COLUMNS, ITEM_JOINS } from './evidence-items.js';

/**
 * One submission for somebody who may look at it: the learner, whoever sent it and may still send for the learner, and
 * those who may check it ($4: the actor holds `record.write`). $1 actor, $2 today, $3 submission.
 */
export const SHEET = `
  select ${ITEM_COLUMNS}, s.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as name,
    o.name as "organisationName", e.job_role as "jobRole", a.title as "activityTitle", c.title as "courseTitle", a.settings,
    v.validity_months as "validityMonths", same_person(s.person_id, $1) as own, same_person(s.submitted_by, $1) as sent,
    t.state = 'open' and s.state = 'waiting' as waiting, see.checks
  from evidence_submission s ${ITEM_JOINS}
  join attempt t on t.id = s.attempt_id
  join activity a on a.id = t.activity_id
  join course_version v on v.id = t.course_version_id
  join course c on c.id = t.course_id
  join person p on p.id = s.person_id
  cross join lateral (
    select $4::boolean and exists (select from people_in_scope($1, $2) i(id) where i.id = s.person_id) as checks
  ) see
  left join lateral (
    select x.organisation_id, x.job_role from engagement x
    where x.person_id = s.person_id and (x.ends_on is null or x.ends_on >= $2) order by ${engagementSeenSql('x.id', '$1', '$2')} desc, x.starts_on desc, x.id limit 1
  ) e on true
  left join organisation o on o.id = e.organisation_id
  where s.id = $3 and p.erased_at is null
    and (s.person_id = $1 or see.checks or (s.submitted_by = $1 and may_send_evidence($1, s.person_id, $2)))`;
