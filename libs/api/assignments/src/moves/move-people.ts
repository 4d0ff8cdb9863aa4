import type { Tx } from '@lms/api-platform';
import { settleEnrolments } from '../cycles/settle.js';
import { assignSteps } from '../paths/assign-steps.js';
import { followTasks } from '../paths/follow-tasks.js';
import type { Given } from '../paths/given.js';

/**
 * Puts everybody who is on an earlier version and not finished on the one that was published, where its author said so.
 * What is done stays done; a reason whose step is still there goes on with the new one; what is new is due in a week at
 * the earliest; what is gone is owed no longer. Nobody is moved twice.
 */
export async function movePeople(tx: Tx, given: Given, pathVersionId: string): Promise<void> {
  const [moved]: [{ id: string }[], number] = await tx.query(MOVE, [pathVersionId, given.today]);
  if (moved.length === 0) return;
  const ids = moved.map(({ id }) => id);
  await tx.query(CARRY_ON, [ids]);
  await tx.query(END, [ids, given.at]);
  await tx.query(END_REVISIONS, [ids, given.at]);
  await assignSteps(tx, given, ids);
  await followTasks(tx, given, ids);
  await settleEnrolments(tx, given, ids);
  await tx.query(
    'select settle_choices(p.person_id, $2, $3) from (select distinct person_id from path_enrolment where id = any ($1::uuid[])) p',
    [ids, given.today, given.at],
  );
}

const MOVE = `
  update path_enrolment n
  set path_version_id = v.id, moved_on = $2::date, opens_on = path_opens_on(v, p.kind, n.anchor_on)
  from path_version v join learning_path p on p.id = v.path_id, path_counts((
    select array_agg(r.id) from path_enrolment r join path_version x on x.path_id = r.path_id
    where x.id = $1 and r.state = 'open' and r.path_version_id <> x.id
  ), $2) k
  where v.id = $1 and v.state = 'published' and v.running = 'move'
    and k.enrolment_id = n.id and n.path_id = v.path_id and n.state = 'open' and n.path_version_id <> v.id and k.done < k.total
  returning n.id`;

/** The same step in the new version, or the same course; and its dates. */
const CARRY_ON = `
  update assignment_reason r
  set path_step_id = s.id,
    due_on = greatest(n.anchor_on + coalesce(s.day_offset, g.day_offset), n.moved_on + n.grace_days),
    opens_on = least(n.opens_on, n.anchor_on + coalesce(s.day_offset, g.day_offset))
  from path_enrolment n, path_stage g, path_step s, path_step old
  where n.id = any ($1::uuid[]) and r.path_enrolment_id = n.id and r.ended_at is null and old.id = r.path_step_id
    and g.path_version_id = n.path_version_id and s.stage_id = g.id and s.course_id = old.course_id and not s.optional`;

const END = `
  update assignment_reason r set ended_at = $2, ended_why = 'path-changed'
  from path_enrolment n, path_step s, path_stage g
  where n.id = any ($1::uuid[]) and r.path_enrolment_id = n.id and r.ended_at is null
    and s.id = r.path_step_id and g.id = s.stage_id and g.path_version_id <> n.path_version_id`;

/** A course that the path no longer has is not read again because of it either. */
const END_REVISIONS = `
  update assignment_reason r set ended_at = $2, ended_why = 'path-changed'
  from path_enrolment n, assignment a
  where n.id = any ($1::uuid[]) and r.path_enrolment_id = n.id and r.kind = 'revision' and r.ended_at is null
    and a.id = r.assignment_id and not exists (
      select from path_stage g join path_step s on s.stage_id = g.id
      where g.path_version_id = n.path_version_id and s.course_id = a.course_id and not s.optional)`;
