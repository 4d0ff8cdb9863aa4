import type { ProblemField } from '@lms/api-platform';
import type { SaveOrganisationRequest } from '@lms/contracts';
import type { OrganisationKind } from '@lms/domain';

/** Kinds of the organisations that the request names; null for one that does not exist or is not named. */
export interface RelatedKinds {
  parent: OrganisationKind | null;
  sponsor: OrganisationKind | null;
}

/** A supplier may have a supplier above it and a sponsoring partner; the client and the partners have neither. */
export function kindProblems(
  { kind, parentId, sponsorId }: Pick<SaveOrganisationRequest, 'kind' | 'parentId' | 'sponsorId'>,
  related: RelatedKinds,
): ProblemField[] {
  const problems: ProblemField[] = [];
  const say = (path: string, message: string) => problems.push({ path, message });
  if (kind !== 'supplier') {
    if (parentId) say('parentId', 'Only a supplier has a supplier above it.');
    if (sponsorId) say('sponsorId', 'Only a supplier has a sponsor.');
    return problems;
  }
  if (parentId && related.parent !== 'supplier') say('parentId', 'The organisation above a supplier is a supplier.');
  if (sponsorId && related.sponsor !== 'partner') say('sponsorId', 'A supplier is sponsored by a partner.');
  return problems;
}
