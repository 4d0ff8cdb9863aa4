import type { Tx } from '@lms/api-platform';
import { settleEnrolments } from '../cycles/settle.js';
import type { Given } from './given.js';
import { sqlTexts, TAKEN_BACK } from './taken-back.js';

/**
 * What each enrolment's steps make owed: one assignment a person and course, however many reasons it has; the earliest
 * due date wins. Reasons that ended with the path are taken up again with it. What is still valid is not owed again: its assignment is written down as closed. The dates are those of
 * the domain's `datesFor`.
 */
export async function assignSteps(tx: Tx, given: Given, enrolmentIds: string[]): Promise<void> {
  await tx.query(`${STEPS} ${OPEN}`, [enrolmentIds, given.today, given.at]);
  await tx.query(`${STEPS} ${REASON}`, [enrolmentIds, given.today, given.at]);
  await settleEnrolments(tx, given, enrolmentIds);
}

/**
 * Planned dates of the courses that a path demands and that its enrolments do not know yet; $1 enrolments. What is
 * optional is shown on the route and not owed.
 */
const STEPS = `
  with steps as (
    select n.id as enrolment_id, n.person_id, n.given_on, s.id as step_id, s.course_id,
      greatest(n.anchor_on + coalesce(s.day_offset, g.day_offset), coalesce(n.moved_on, n.given_on) + n.grace_days) as due_on,
      least(n.opens_on, n.anchor_on + coalesce(s.day_offset, g.day_offset)) as opens_on
    from path_enrolment n
    join path_stage g on g.path_version_id = n.path_version_id
    join path_step s on s.stage_id = g.id and s.kind = 'course' and not s.optional
    where n.id = any ($1::uuid[])
      and not exists (select from assignment_reason r where r.path_enrolment_id = n.id and r.path_step_id = s.id
        and (r.ended_at is null or r.ended_why <> all (${sqlTexts(TAKEN_BACK)})))
  )`;

const OPEN = `
  insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, state, closed_on, closed_why, created_at)
  select gen_random_uuid(), w.person_id, w.course_id,
    coalesce((select max(a.cycle) from assignment a where a.person_id = w.person_id and a.course_id = w.course_id), 0) + 1,
    w.due_on, w.opens_on,
    case when w.valid then 'closed' else 'open' end,
    case when w.valid then $2::date end,
    case when w.valid then 'already-valid' end,
    $3
  from (
    select s.person_id, s.course_id, min(s.due_on) as due_on, min(s.opens_on) as opens_on,
      bool_or(coalesce(d.lifetime or d.valid_until >= $2::date or d.completed_on >= s.given_on, false)) as valid
    from steps s left join standing_dates d on d.person_id = s.person_id and d.course_id = s.course_id
    group by s.person_id, s.course_id
  ) w
  where not exists (select from assignment a where a.person_id = w.person_id and a.course_id = w.course_id and a.state = 'open')
  order by w.person_id, w.course_id`;

const REASON = `
  insert into assignment_reason (id, assignment_id, kind, path_enrolment_id, path_step_id, due_on, opens_on, not_before, since)
  select gen_random_uuid(), a.id, 'path', s.enrolment_id, s.step_id, s.due_on, s.opens_on, s.due_on, $3
  from steps s
  join lateral (
    select x.id from assignment x where x.person_id = s.person_id and x.course_id = s.course_id
    order by (x.state = 'open') desc, x.cycle desc limit 1
  ) a on true
  where $2::date is not null
  on conflict (assignment_id, path_enrolment_id, path_step_id) do update set ended_at = null, ended_why = null,
    due_on = excluded.due_on, opens_on = excluded.opens_on, not_before = excluded.not_before, since = excluded.since
  where assignment_reason.ended_at is not null`;
