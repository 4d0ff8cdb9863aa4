import { type Ctx, Forbidden, type Tx } from '@lms/api-platform';
import type { AskedKind } from '@lms/domain';

interface Asked {
  kind: AskedKind;
  /** Null of what is for many. */
  personId: string | null;
  courseId: string | null;
  askedBy: string;
}

/**
 * As what the actor decides it. Forbidden `second-person` for whoever asked, and `people-team-decides` for who sees the person
 * and does not decide.
 */
export async function deciderOf(tx: Tx, ctx: Ctx, { kind, personId, courseId, askedBy }: Asked): Promise<string> {
  const rows: { role: string }[] = await tx.query(
    'select as_role as role from deciders_of($1, $2, $3, $4, $5) where decider_id = $6 limit 1',
    [kind, personId, courseId, askedBy, ctx.today, ctx.actor.personId],
  );
  if (rows[0]) return rows[0].role;
  if (askedBy === ctx.actor.personId) {
    throw new Forbidden('second-person', 'You asked for this, so somebody else decides.');
  }
  throw new Forbidden('people-team-decides', 'This is for the People Team to decide.');
}
