import { type Ctx, Invalid, oneInScopeSql, type ProblemField, type Tx, violates } from '@lms/api-platform';
import { nameSql } from '../shared/sql-text.js';
import type { EngagementDraft } from './engagement-draft.js';

interface Holder {
  personId: string;
  name: string;
  seen: boolean;
}

/** The number is what imports go by, so an organisation gives it once, and never again after its holder has left. */
export async function employeeNumberProblems(tx: Tx, ctx: Ctx, draft: EngagementDraft): Promise<ProblemField[]> {
  const [holder]: Holder[] = await tx.query(
    `select e.person_id as "personId", ${nameSql('e.person_id')} as name, ${oneInScopeSql('e.person_id', '$4', '$5')} as seen
     from engagement e
     where e.organisation_id = $1 and lower(e.employee_number) = lower($2) and e.id is distinct from $3::uuid`,
    [
      draft.request.organisationId,
      draft.request.employeeNumber,
      draft.before?.id ?? null,
      ctx.actor.personId,
      ctx.today,
    ],
  );
  return holder ? [{ path: 'employeeNumber', message: sentenceOf(holder, draft.personId) }] : [];
}

function sentenceOf({ personId, name, seen }: Holder, mine: string): string {
  if (personId === mine) return 'Another engagement of this person with the organisation has this number already.';
  return seen ? `${name} has this number in the organisation already.` : TAKEN;
}

const TAKEN = 'Somebody else has this number in the organisation already.';

/** Two people gave the number away at the same moment: says at the field what the unique index has refused. */
export function explainEmployeeNumber(error: unknown, prefix = ''): unknown {
  if (!violates(error, 'engagement_employee_number_key')) return error;
  return new Invalid([{ path: `${prefix}employeeNumber`, message: TAKEN }]);
}
