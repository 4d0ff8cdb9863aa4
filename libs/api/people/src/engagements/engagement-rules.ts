import type { Ctx, ProblemField, Tx } from '@lms/api-platform';
import type { SaveEngagementRequest } from '@lms/contracts';
import { employeeNumberProblems } from './employee-number.js';
import type { EngagementDraft } from './engagement-draft.js';
import { lineManagerProblems } from './line-manager.js';

/** Every field that breaks a rule, with a sentence for whoever typed it. */
export async function engagementProblems(tx: Tx, ctx: Ctx, draft: EngagementDraft): Promise<ProblemField[]> {
  const { request, before } = draft;
  const [known]: { organisation: boolean; schemes: number }[] = await tx.query(
    `select exists (select from organisation where id = $1) as organisation,
       (select count(*)::int from scheme where id = any ($2::uuid[])) as schemes`,
    [request.organisationId, request.schemeIds],
  );
  const problems: ProblemField[] = [];
  if (!known?.organisation) problems.push({ path: 'organisationId', message: 'Choose an organisation from the list.' });
  else problems.push(...(await employeeNumberProblems(tx, ctx, draft)));
  if (before && before.organisationId !== request.organisationId && before.startsOn <= ctx.today) {
    const message = 'This engagement has begun. Whoever changes employer gets another one: end this, then add it.';
    problems.push({ path: 'organisationId', message });
  }
  if (known?.schemes !== new Set(request.schemeIds).size) {
    problems.push({ path: 'schemeIds', message: 'Choose schemes from the list.' });
  }
  return [...problems, ...(await lineManagerProblems(tx, ctx, draft))];
}

/** The columns of a request: a scheme named twice counts once. */
export function columnsOf(request: SaveEngagementRequest): SaveEngagementRequest {
  return { ...request, schemeIds: [...new Set(request.schemeIds)] };
}
