import type { Tx } from '@lms/api-platform';
import { settle } from '../cycles/settle.js';
import type { Given } from '../paths/given.js';
import { AFTER_END_DAYS } from '../paths/path-days.js';

/**
 * Leaving ends what was owed because of these engagements, and offboarding a while later; a last day that is taken back
 * ends offboarding at once. What was done stays, and so does what other reasons ask for.
 */
export async function closeEnded(tx: Tx, given: Given, engagementIds: readonly string[]): Promise<void> {
  const [closed]: [{ id: string }[], number] = await tx.query(CLOSE, [engagementIds, given.today]);
  const [ended]: [{ personId: string }[], number] = await tx.query(END_REASONS, [
    closed.map((c) => c.id),
    engagementIds,
    given.at,
    given.today,
  ]);
  await settle(tx, given, [...new Set(ended.map((e) => e.personId))]);
}

/** Whether the path of the enrolment `n` is over with the engagement `e`; `today` is the place of a date. */
export const isOver = (today: string): string => `
  case when exists (select from learning_path p where p.id = n.path_id and p.kind = 'offboarding')
    then e.ends_on is null or e.ends_on + ${AFTER_END_DAYS} < ${today} else coalesce(e.ends_on < ${today}, false) end`;

const CLOSE = `
  update path_enrolment n set state = 'closed', closed_on = $2,
    closed_why = case when e.ends_on is null then 'end-taken-back' else 'engagement-ended' end
  from engagement e
  where e.id = any ($1::uuid[]) and n.engagement_id = e.id and n.state = 'open' and ${isOver('$2::date')}
  returning n.id`;

const END_REASONS = `
  update assignment_reason r set ended_at = $3,
    ended_why = case when n.closed_why = 'end-taken-back' then 'no-longer-matches' else 'engagement-ended' end
  from assignment a, assignment_reason k left join path_enrolment n on n.id = k.path_enrolment_id
  where k.id = r.id and a.id = r.assignment_id and r.ended_at is null and (r.path_enrolment_id = any ($1::uuid[])
    or r.kind = 'person' and r.engagement_id = any ($2::uuid[])
      and exists (select from engagement e where e.id = r.engagement_id and e.ends_on < $4))
  returning a.person_id as "personId"`;
