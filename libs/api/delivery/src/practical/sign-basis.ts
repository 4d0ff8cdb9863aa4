import { type Ctx, Forbidden, NotFound, oneInScopeSql, type Tx } from '@lms/api-platform';
import type { PracticalSettings } from '@lms/contracts';
import { type SignBasis, signBasisSql } from './may-sign.sql.js';

export interface Signing {
  basis: SignBasis;
  settings: PracticalSettings;
}

interface Row {
  basis: SignBasis | null;
  settings: PracticalSettings;
  self: boolean;
  seen: boolean;
}

/** $1 actor, $2 today, $3 person, $4 activity. */
const BASIS = `
  select a.settings, same_person($1, p.id) as self,
    ${oneInScopeSql('p.id', '$1', '$2')} as seen,
    ${signBasisSql({
      actor: '$1',
      today: '$2',
      person: 'p.id',
      settings: 'a.settings',
      asked: `exists (select from practical_request q join attempt t on t.id = q.attempt_id
        where q.closed_at is null and t.person_id = p.id and t.activity_id = a.id)`,
    })} as basis
  from person p, activity a
  where p.id = $3 and p.erased_at is null and a.id = $4 and a.kind = 'practical'`;

export const NOT_YOUR_OWN = ['not-your-own', 'Nobody signs for themselves. Ask somebody else to look.'] as const;

/**
 * Why the actor may sign this practical for this person. NotFound for a person they do not see; Forbidden
 * `not-your-own` for themselves, and `not-an-assessor` where the course wants somebody else.
 */
export async function signingOf(tx: Tx, ctx: Ctx, personId: string, activityId: string): Promise<Signing> {
  const rows: Row[] = await tx.query(BASIS, [ctx.actor.personId, ctx.today, personId, activityId]);
  const found = rows[0];
  if (!found) throw new NotFound();
  if (found.self) throw new Forbidden(...NOT_YOUR_OWN);
  if (found.basis) return { basis: found.basis, settings: found.settings };
  if (!found.seen) throw new NotFound();
  throw new Forbidden('not-an-assessor', 'This course wants somebody else to sign. Its page says who.');
}
