import { type Ctx, NotFound, type Tx } from '@lms/api-platform';

/** Somebody out of scope is not there. */
export async function assertInScope(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  const rows: unknown[] = await tx.query(
    'select from person p where p.id = $1 and p.id in (select people_in_scope($2, $3))',
    [personId, ctx.actor.personId, ctx.today],
  );
  if (rows.length === 0) throw new NotFound();
}
