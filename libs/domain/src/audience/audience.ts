import type { EmploymentGroup, OrganisationKind } from '../words/words.js';
import { matches } from './matches.js';
import type { AudienceFacts, AudiencePredicate } from './predicate.js';

/** The short form of an audience. Each list that is given and not empty must hold; nothing given is everybody. */
export interface Audience {
  readonly organisationKinds?: readonly OrganisationKind[];
  readonly employmentGroups?: readonly EmploymentGroup[];
  readonly organisationIds?: readonly string[];
}

/** What the short form asks of an engagement. */
export interface EngagementFacts {
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly employmentGroup: EmploymentGroup;
}

/** The short form is a case of the long one. */
export const predicateOf = (audience: Audience): AudiencePredicate => ({
  is: 'all',
  of: [
    ...given(audience.organisationKinds, (list) => ({ is: 'organisation-kind', in: list })),
    ...given(audience.employmentGroups, (list) => ({ is: 'group', in: list })),
    ...given(audience.organisationIds, (list) => ({ is: 'organisation', in: list, tiers: false })),
  ],
});

export const matchesAudience = (audience: Audience, engagement: EngagementFacts): boolean =>
  matches(predicateOf(audience), {
    ...UNASKED,
    organisationId: engagement.organisationId,
    organisationKind: engagement.organisationKind,
    group: engagement.employmentGroup,
  });

const given = <T>(
  list: readonly T[] | undefined,
  make: (list: readonly T[]) => AudiencePredicate,
): AudiencePredicate[] => (list === undefined || list.length === 0 ? [] : [make(list)]);

/** What the short form never asks about. */
const UNASKED: Omit<AudienceFacts, 'organisationId' | 'organisationKind' | 'group'> = {
  on: '1970-01-01',
  organisationIds: [],
  jobRole: '',
  schemeIds: [],
  tags: [],
  startsOn: '1970-01-01',
  endsOn: null,
  managerIds: [],
  lineEndsOn: null,
  holds: {},
};
