import type { EmploymentGroup, OrganisationKind } from '../words/words.js';

/** A predicate over engagements. Each list that is given and not empty must hold; nothing given is everybody. */
export interface Audience {
  readonly organisationKinds?: readonly OrganisationKind[];
  readonly employmentGroups?: readonly EmploymentGroup[];
  readonly organisationIds?: readonly string[];
}

/** What an audience asks of an engagement. */
export interface EngagementFacts {
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly employmentGroup: EmploymentGroup;
}

export const matchesAudience = (audience: Audience, engagement: EngagementFacts): boolean =>
  holds(audience.organisationKinds, engagement.organisationKind) &&
  holds(audience.employmentGroups, engagement.employmentGroup) &&
  holds(audience.organisationIds, engagement.organisationId);

const holds = <T>(list: readonly T[] | undefined, value: T): boolean =>
  list === undefined || list.length === 0 || list.includes(value);
