import { z } from 'zod';
import { Id } from '../shared/common.js';

/** What an audit pack is about: one of the three, at a moment on a clock in London, as it was known then. */
export const PackFilter = z
  .strictObject({
    schemeId: Id.optional(),
    /** With the tiers below it. */
    organisationId: Id.optional(),
    personId: Id.optional(),
    /** None is as soon as it is made. */
    at: z
      .string()
      .regex(/^(20[0-9]{2})-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, 'A date and a time')
      .optional(),
  })
  .refine(
    ({ schemeId, organisationId, personId }) => [schemeId, organisationId, personId].filter(Boolean).length === 1,
    {
      message: 'One scheme, one organisation or one person',
    },
  );
export type PackFilter = z.infer<typeof PackFilter>;
