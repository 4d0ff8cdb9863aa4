import type { Tx } from '@lms/api-platform';
import type { Given } from './given.js';

/** What a line manager `assignee` was to do for people of an organisation that they have left; `today` is the place of a date. */
export const leftBehind = (assignee: string, today: string): string => `
  select t.id from path_task t
  join path_enrolment n on n.id = t.path_enrolment_id and n.state = 'open'
  join engagement r on r.id = n.engagement_id
  where t.assignee_id = ${assignee} and t.done_on is null and t.doer = 'line-manager'
    and has_left(t.assignee_id, r.organisation_id, ${today})`;

const HAND_ON = `
  update path_task k set assignee_id = null
  from unnest($1::uuid[]) p(id) cross join lateral (${leftBehind('p.id', '$2::date')}) t
  where k.id = t.id`;

/** The People Team does what a line manager has left behind, until there is another one. */
export async function handOnTasks(tx: Tx, { today }: Given, personIds: readonly string[]): Promise<void> {
  await tx.query(HAND_ON, [personIds, today]);
}
