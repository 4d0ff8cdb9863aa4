import { Conflict, type Ctx, Invalid, type Tx } from '@lms/api-platform';
import type { MergePair } from '@lms/contracts';
import { assertInScope } from '../shared/assert-in-scope.js';

/** Roles over everybody. They are ended before a merge and given again after it, so that no merge hands them on. */
const HOLDS = `
  select g.role from role_grant g
  where g.person_id in ($1, $2) and g.role in ('people-team', 'auditor', 'administrator') and (g.ends_on is null or g.ends_on >= $3)
  limit 1`;

/** What keeps two entries from being merged by somebody; NotFound for one that is merged already. */
export async function assertMergeable(tx: Tx, ctx: Ctx, { keepId, mergeId }: MergePair): Promise<void> {
  if (keepId === mergeId) throw new Invalid([{ path: 'mergeId', message: 'This is the same entry' }]);
  await assertInScope(tx, ctx, keepId);
  await assertInScope(tx, ctx, mergeId);
  if (keepId === ctx.actor.personId || mergeId === ctx.actor.personId) {
    throw new Conflict('own-entry', 'One of these is you. Ask a colleague to merge them.');
  }
  const powers: unknown[] = await tx.query(HOLDS, [keepId, mergeId, ctx.today]);
  if (powers.length > 0) {
    throw new Conflict(
      'holds-power',
      'One of these has a role over everybody. End that role first; it can be given again afterwards.',
    );
  }
}
