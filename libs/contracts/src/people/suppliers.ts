import { z } from 'zod';
import { Id, shortText } from '../shared/common.js';

const email = z.union([z.literal('').transform(() => null), z.null(), z.email().max(254)]).default(null);

/**
 * An organisation and who looks after its people there. Ids of what is new are made by the client: sending twice is once.
 * `apart` says that what is spelled nearly alike is known and is another.
 */
export const InviteSupplierRequest = z.strictObject({
  organisation: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('existing'), id: Id }),
    z.strictObject({
      kind: z.literal('new'),
      id: Id,
      name: shortText(120),
      shortName: shortText(40),
      /** The supplier one tier above. */
      parentId: Id.nullable().default(null),
      /** The partner that brings it. */
      sponsorId: Id.nullable().default(null),
      apart: z.boolean().default(false),
    }),
  ]),
  coordinator: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('known'), personId: Id }),
    z.strictObject({
      kind: z.literal('new'),
      id: Id,
      givenName: shortText(80),
      familyName: shortText(80),
      /** Without one a sign-in card lets them in. */
      email,
      jobRole: shortText(80),
      apart: z.boolean().default(false),
    }),
  ]),
  /** On which they work. */
  schemeIds: z.array(Id).max(20).default([]),
});
export type InviteSupplierRequest = z.infer<typeof InviteSupplierRequest>;

/** By an invitation in the mail; they have an account already and are told; by a sign-in card. */
export const SupplierWay = z.enum(['mail', 'told', 'card']);
export type SupplierWay = z.infer<typeof SupplierWay>;

/** What inviting would do. With something in `alike` or `perhaps` nothing is done before it is said which it is. */
export const SupplierPreview = z
  .object({
    /** Stands for what this preview was computed from; inviting demands the same. */
    facts: z.string(),
    organisation: z.object({
      id: Id,
      name: z.string(),
      isNew: z.boolean(),
      /** Null for a partner. */
      tier: z.number().int().nullable(),
      parentName: z.string().nullable(),
    }),
    /** Organisations with nearly the name of the new one. */
    alike: z.array(z.object({ id: Id, name: z.string(), parentName: z.string().nullable() })),
    coordinator: z.object({ personId: Id, name: z.string(), isNew: z.boolean() }),
    /** Who is known and may be the new one. */
    perhaps: z.array(z.object({ personId: Id, name: z.string(), detail: z.string() })),
    /** They are engaged with the organisation from today on, under this number; null where they work somewhere already. */
    employeeNumber: z.string().nullable(),
    /** They look after this organisation already. */
    holds: z.boolean(),
    way: SupplierWay,
    /** Where the mail goes. */
    address: z.string().nullable(),
  })
  .meta({ id: 'SupplierPreview' });
export type SupplierPreview = z.infer<typeof SupplierPreview>;

export const ApplySupplierRequest = InviteSupplierRequest.extend({ facts: z.string().max(100) });
export type ApplySupplierRequest = z.infer<typeof ApplySupplierRequest>;
export const SupplierInvited = z
  .object({ organisationId: Id, personId: Id, way: SupplierWay })
  .meta({ id: 'SupplierInvited' });
export type SupplierInvited = z.infer<typeof SupplierInvited>;
