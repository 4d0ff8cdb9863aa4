import type { Ctx, Tx } from '@lms/api-platform';
import type { LeaveMove, PersonAssignments } from '@lms/contracts';
import { PERSON_ASSIGNMENTS } from '../person/person-assignments.sql.js';
import type { Engaged } from './enter-leave.js';

export type Due = Pick<LeaveMove, 'kind' | 'id' | 'title'> & { dueOn: string | null };

/** Tasks that are not done, of the paths that the engagement $1 is on. */
const TASKS = `
  select 'task' as kind, t.id, replace(s.title, '{name}', coalesce(w.known_as, w.given_name)) as title, t.due_on::text as "dueOn"
  from path_enrolment n join path_task t on t.path_enrolment_id = n.id join path_step s on s.id = t.path_step_id
  join person w on w.id = n.person_id
  where n.engagement_id = $1 and n.state = 'open' and t.done_on is null`;

/** What somebody owes and by when, as their page tells it to the actor, and by when others have to do something for them. */
export async function dueNow(tx: Tx, ctx: Ctx, { personId, engagementId }: Engaged): Promise<Due[]> {
  const [page]: { answer: string }[] = await tx.query(PERSON_ASSIGNMENTS, [
    ...[personId, ctx.actor.personId, ctx.today],
    ...[true, ctx.actor.permissions.has('assignments.decide')],
  ]);
  const { assignments } = page ? (JSON.parse(page.answer) as PersonAssignments) : { assignments: [] };
  const tasks: Due[] = await tx.query(TASKS, [engagementId]);
  return [...assignments.map(({ id, title, dueOn }): Due => ({ kind: 'course', id, title, dueOn })), ...tasks];
}
