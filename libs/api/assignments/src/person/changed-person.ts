import { type Ctx, Forbidden, NotFound, type Tx } from '@lms/api-platform';
import { lockPerson } from '../self-enrolment/lock-person.js';

/**
 * Whoever changes what somebody else owes sees them, and nobody does so for themselves. Holds the person's lock until the
 * transaction ends. NotFound out of scope.
 */
export async function lockChangedPerson(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  const seen: object[] = await tx.query(
    `select from person p where p.id = $1 and p.erased_at is null
       and exists (select from people_in_scope($2, $3) s(id) where s.id = p.id)`,
    [personId, ctx.actor.personId, ctx.today],
  );
  if (seen.length === 0) throw new NotFound();
  if (personId === ctx.actor.personId) {
    throw new Forbidden('not-yourself', 'Somebody else has to do this for you.');
  }
  await lockPerson(tx, personId);
}
