import { Invalid, type ProblemField, type Tx } from '@lms/api-platform';
import type { SaveOrganisationRequest } from '@lms/contracts';
import { In } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/** A supplier may stand below another supplier and be sponsored by a partner; nothing else has either. */
export async function assertOrganisationFits(
  tx: Tx,
  id: string | null,
  request: SaveOrganisationRequest,
): Promise<void> {
  const ids = [request.parentId, request.sponsorId].filter((x) => x !== null);
  const found = await tx.findBy(OrganisationEntity, { id: In(ids) });
  const kindOf = (wanted: string | null) => found.find((o) => o.id === wanted)?.kind;
  const fields: ProblemField[] = [];
  if (request.kind !== 'supplier' && ids.length > 0) {
    fields.push({
      path: request.parentId ? 'parentId' : 'sponsorId',
      message: 'Only a supplier has a tier above it or a sponsor',
    });
  } else {
    if (request.parentId && kindOf(request.parentId) !== 'supplier')
      fields.push({ path: 'parentId', message: 'The tier above must be a supplier' });
    if (request.sponsorId && kindOf(request.sponsorId) !== 'partner')
      fields.push({ path: 'sponsorId', message: 'The sponsor must be a partner' });
    if (id && request.parentId && (await isBelow(tx, request.parentId, id))) {
      fields.push({ path: 'parentId', message: 'This organisation stands below itself then' });
    }
  }
  if (fields.length > 0) throw new Invalid(fields);
}

async function isBelow(tx: Tx, id: string, root: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select from organisation_and_below($1) b(id) where b.id = $2', [root, id]);
  return rows.length > 0;
}
