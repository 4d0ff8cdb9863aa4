import { Invalid, type ProblemField, type Tx } from '@lms/api-platform';
import type { SaveOrganisationRequest } from '@lms/contracts';
import type { OrganisationKind } from '@lms/domain';
import { circleClosedBy, type Step } from '../shared/circle.js';
import { kindProblems } from './kind-rules.js';

/**
 * Invalid with every field that breaks a rule. `id` is the organisation that is being changed, null for a new one. The
 * turn of the organisations has been taken.
 */
export async function assertOrganisation(tx: Tx, request: SaveOrganisationRequest, id: string | null): Promise<void> {
  const related = await relatedOf(tx, request);
  const problems = [
    ...kindProblems(request, {
      parent: related.find((o) => o.id === request.parentId)?.kind ?? null,
      sponsor: related.find((o) => o.id === request.sponsorId)?.kind ?? null,
    }),
    ...(id ? await circleProblems(tx, request, id) : []),
    ...(id ? await dependentProblems(tx, request, id) : []),
  ];
  if (problems.length > 0) throw new Invalid(problems);
}

function relatedOf(tx: Tx, request: SaveOrganisationRequest): Promise<{ id: string; kind: OrganisationKind }[]> {
  return tx.query('select id, kind from organisation where id in ($1, $2)', [request.parentId, request.sponsorId]);
}

async function circleProblems(
  tx: Tx,
  { parentId, name }: SaveOrganisationRequest,
  id: string,
): Promise<ProblemField[]> {
  if (!parentId) return [];
  const steps: (Step & { name: string })[] = await tx.query(
    `with recursive up(id, parent_id, name) as (
       select id, parent_id, name from organisation where id = $1
       union
       select o.id, o.parent_id, o.name from organisation o join up on o.id = up.parent_id
     )
     select id as "from", parent_id as "to", name from up where id <> $2`,
    [parentId, id],
  );
  const circle = circleClosedBy({ from: id, to: parentId }, steps);
  if (!circle) return [];
  const [own, ...above] = circle.map((at) => (at === id ? name : steps.find((step) => step.from === at)?.name));
  return [{ path: 'parentId', message: `${own} would stand below ${above.join(', which stands below ')}.` }];
}

/** What others rely on: a parent of suppliers stays a supplier, a sponsor a partner, and no client has coordinators. */
async function dependentProblems(tx: Tx, { kind }: SaveOrganisationRequest, id: string): Promise<ProblemField[]> {
  const [on]: { below: string[]; sponsored: string[]; coordinated: boolean }[] = await tx.query(
    `select array(select name from organisation where parent_id = $1 order by name) as below,
       array(select name from organisation where sponsor_id = $1 order by name) as sponsored,
       exists (select from role_grant where organisation_id = $1) as coordinated`,
    [id],
  );
  if (!on) return [];
  if (kind !== 'supplier' && on.below.length > 0) {
    return [{ path: 'kind', message: `It stays a supplier while suppliers stand below it: ${on.below.join(', ')}.` }];
  }
  if (kind !== 'partner' && on.sponsored.length > 0) {
    return [{ path: 'kind', message: `It stays a partner while it sponsors ${on.sponsored.join(', ')}.` }];
  }
  if (kind === 'client' && on.coordinated) {
    return [{ path: 'kind', message: 'It has had coordinators, and only suppliers and partners have those.' }];
  }
  return [];
}
