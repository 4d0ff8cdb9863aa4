import { oneInScopeSql } from '@lms/api-platform';
import type { Ctx, ProblemField, Tx } from '@lms/api-platform';
import { circleClosedBy, type Step } from '../shared/circle.js';
import { liveSql, nameSql } from '../shared/sql-text.js';
import { takeTurn } from '../shared/turns.js';
import type { EngagementDraft } from './engagement-draft.js';

const PATH = 'lineManagerId';

/**
 * Somebody else, seen by the actor, whose own engagement is not over, and who is not below the person already. A manager
 * who stood there before may stay although they have left: whoever edits something else need not find a new one first.
 */
export async function lineManagerProblems(tx: Tx, ctx: Ctx, draft: EngagementDraft): Promise<ProblemField[]> {
  const { lineManagerId, endsOn } = draft.request;
  if (!lineManagerId) return [];
  if (lineManagerId === draft.personId) return [{ path: PATH, message: 'Nobody is their own line manager.' }];
  if (lineManagerId !== draft.before?.lineManagerId && !(await mayManage(tx, ctx, lineManagerId))) {
    return [{ path: PATH, message: 'Choose somebody who is engaged now or will be.' }];
  }
  return endsOn && endsOn < ctx.today ? [] : circleProblems(tx, ctx, draft, lineManagerId);
}

/** Whether somebody may become a line manager: the actor sees them and they are engaged or will be. */
export async function mayManage(tx: Tx, ctx: Ctx, personId: string): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `select p.id from person p
     where p.id = $1 and p.erased_at is null and ${oneInScopeSql('p.id', '$2', '$3')}
       and exists (select from engagement e where e.person_id = p.id and ${liveSql('e', '$3')})`,
    [personId, ctx.actor.personId, ctx.today],
  );
  return found.length > 0;
}

/** Everything above the new manager, by engagements that are not over; the one that is being changed does not count. */
const ABOVE = `
  with recursive up(person_id, manager_id) as (
    select e.person_id, e.line_manager_id from engagement e
    where e.person_id = $1 and e.line_manager_id is not null and ${liveSql('e', '$2')} and e.id is distinct from $3::uuid
    union
    select e.person_id, e.line_manager_id from engagement e join up on e.person_id = up.manager_id
    where e.line_manager_id is not null and ${liveSql('e', '$2')} and e.id is distinct from $3::uuid
  )
  select person_id as "from", manager_id as "to", ${nameSql('person_id')} as name from up`;

async function circleProblems(
  tx: Tx,
  ctx: Ctx,
  { personId, before }: EngagementDraft,
  managerId: string,
): Promise<ProblemField[]> {
  await takeTurn(tx, 'line managers');
  const steps: (Step & { name: string })[] = await tx.query(ABOVE, [managerId, ctx.today, before?.id ?? null]);
  const circle = circleClosedBy({ from: personId, to: managerId }, steps);
  if (!circle) return [];
  const [own]: { name: string }[] = await tx.query(`select ${nameSql('$1')} as name`, [personId]);
  const [me, ...above] = circle.map((id) =>
    id === personId ? own?.name : steps.find((step) => step.from === id)?.name,
  );
  return [{ path: PATH, message: `${me} would report to ${above.join(', who reports to ')}.` }];
}
