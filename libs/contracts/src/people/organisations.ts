import { z } from 'zod';
import { Id, PageQuery, pageOf, shortText } from '../shared/common.js';

export const OrganisationKind = z.enum(['client', 'partner', 'supplier']);
export const Organisation = z
  .object({
    id: Id,
    version: z.number().int(),
    kind: OrganisationKind,
    name: z.string(),
    shortName: z.string(),
    /** The supplier one tier above; null for the client, partners and tier 1. */
    parentId: Id.nullable(),
    parentName: z.string().nullable(),
    /** 1 for a supplier without a parent; null for the client and partners. */
    tier: z.number().int().nullable(),
    sponsorId: Id.nullable(),
    sponsorName: z.string().nullable(),
    people: z.number().int(),
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.infer<typeof Organisation>;
export const OrganisationPage = pageOf(Organisation).meta({ id: 'OrganisationPage' });
export type OrganisationPage = z.infer<typeof OrganisationPage>;
export const OrganisationQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  kind: OrganisationKind.optional(),
});

export const SaveOrganisationRequest = z.strictObject({
  kind: OrganisationKind,
  name: shortText(120),
  shortName: shortText(40),
  parentId: Id.nullable().default(null),
  sponsorId: Id.nullable().default(null),
});
export type SaveOrganisationRequest = z.infer<typeof SaveOrganisationRequest>;
