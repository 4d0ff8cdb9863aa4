import { z } from 'zod';
import { OrganisationKind } from '../people/organisations.js';
import { EmploymentGroup } from '../people/persons.js';

/** People by where and as what they are engaged; an empty list means any. */
export const EngagementAudience = z.strictObject({
  organisationKinds: z.array(OrganisationKind).max(3).default([]),
  employmentGroups: z.array(EmploymentGroup).max(5).default([]),
});
export type EngagementAudience = z.infer<typeof EngagementAudience>;
