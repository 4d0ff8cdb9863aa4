import { type Ctx, NotFound, oneInScopeSql, type Tx } from '@lms/api-platform';

/** NotFound for a person whom the actor does not see, as for one who is not there. Locks the person when asked to. */
export async function assertInScope(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<void> {
  const found: unknown[] = await tx.query(
    `select p.id from person p
     where p.id = $1 and p.erased_at is null and ${oneInScopeSql('p.id', '$2', '$3')} ${lock ? 'for update of p' : ''}`,
    [personId, ctx.actor.personId, ctx.today],
  );
  if (found.length === 0) throw new NotFound();
}
