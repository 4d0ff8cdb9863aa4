import { z } from 'zod';
import { Id, pageOf, PageQuery } from '../shared/common.js';
import { Standing } from './today.js';

/** How many courses stand how; a standing that nothing has is left out. */
const counts = z.partialRecord(Standing, z.number().int());

/**
 * How the people of an organisation and of the tiers below it stand in what is required of them. Exempt is told apart, so
 * that both denominators can be had: `required` with them, `required − exempt` without.
 */
export const OrganisationTotals = z
  .object({
    organisationId: Id,
    name: z.string(),
    people: z.number().int(),
    required: z.number().int(),
    exempt: z.number().int(),
    counts,
  })
  .meta({ id: 'OrganisationTotals' });
export type OrganisationTotals = z.infer<typeof OrganisationTotals>;

export const OrganisationPerson = z.object({
  personId: Id,
  name: z.string(),
  organisationName: z.string(),
  jobRole: z.string(),
  required: z.number().int(),
  exempt: z.number().int(),
  counts,
});
export type OrganisationPerson = z.infer<typeof OrganisationPerson>;
export const OrganisationStanding = pageOf(OrganisationPerson).meta({ id: 'OrganisationStanding' });
export type OrganisationStanding = z.infer<typeof OrganisationStanding>;
export const OrganisationStandingQuery = PageQuery;
