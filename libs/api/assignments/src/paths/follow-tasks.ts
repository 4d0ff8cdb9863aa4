import type { Tx } from '@lms/api-platform';
import type { Given } from './given.js';

/**
 * Makes the tasks of enrolments what their paths, engagements and buddies say now: new steps get theirs, and whoever
 * does one that is not done is looked up again. Computes from what stands, so it may be run at any time.
 */
export async function followTasks(tx: Tx, given: Given, enrolmentIds: readonly string[]): Promise<void> {
  await tx.query(TASKS, [enrolmentIds, given.at, given.today]);
}

/** The enrolments that an engagement is on now. */
export async function openPathsOf(tx: Tx, engagementId: string): Promise<string[]> {
  const open: { id: string }[] = await tx.query(
    `select id from path_enrolment where engagement_id = $1 and state = 'open'`,
    [engagementId],
  );
  return open.map(({ id }) => id);
}

const TASKS = `
  insert into path_task as t (id, path_enrolment_id, path_step_id, step_key, person_id, doer, assignee_id, due_on, opens_on, created_at)
  select gen_random_uuid(), n.id, s.id, s.key, n.person_id, s.doer,
    case s.doer when 'learner' then n.person_id when 'buddy' then n.buddy_id
      when 'line-manager' then case when not has_left(e.line_manager_id, e.organisation_id, $3::date) then e.line_manager_id end end,
    due_on_path(n.opens_on, n.anchor_on + coalesce(s.day_offset, g.day_offset), coalesce(n.moved_on, n.given_on) + n.grace_days,
      leave_on_path(n), null),
    least(n.opens_on, n.anchor_on + coalesce(s.day_offset, g.day_offset)), $2
  from path_enrolment n
  join engagement e on e.id = n.engagement_id
  join path_stage g on g.path_version_id = n.path_version_id
  join path_step s on s.stage_id = g.id and s.kind = 'task'
  where n.id = any ($1::uuid[]) and n.state = 'open'
  on conflict (path_enrolment_id, step_key) do update set path_step_id = excluded.path_step_id, doer = excluded.doer,
    due_on = excluded.due_on, opens_on = excluded.opens_on,
    assignee_id = case when t.done_on is null then excluded.assignee_id else t.assignee_id end
  where (t.path_step_id, t.doer, t.due_on, t.opens_on, t.assignee_id) is distinct from
    (excluded.path_step_id, excluded.doer, excluded.due_on, excluded.opens_on, excluded.assignee_id)`;
