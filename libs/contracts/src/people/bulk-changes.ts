import { z } from 'zod';
import { CalendarDate, Id, shortText } from '../shared/common.js';

/** As many people as are changed at once. */
const MOST = 500;
const tag = shortText(40).toLowerCase();

/**
 * One change to the engagement that counts of each person: the current one, else the next. `put-back` is what takes a
 * change back: each engagement gets what it had before it came to this version, unless somebody changed it since.
 */
export const BulkChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-tag'), tag }),
  z.strictObject({ kind: z.literal('remove-tag'), tag }),
  z.strictObject({ kind: z.literal('add-scheme'), schemeId: Id }),
  z.strictObject({ kind: z.literal('remove-scheme'), schemeId: Id }),
  z.strictObject({ kind: z.literal('set-manager'), lineManagerId: Id.nullable() }),
  z.strictObject({ kind: z.literal('end'), endsOn: CalendarDate }),
  z.strictObject({
    kind: z.literal('put-back'),
    field: z.enum(['tags', 'schemeIds', 'lineManagerId']),
    engagements: z
      .array(z.strictObject({ id: Id, version: z.number().int().positive() }))
      .min(1)
      .max(MOST),
  }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

export const BulkChangeRequest = z.strictObject({
  personIds: z.array(Id).min(1).max(MOST),
  change: BulkChange,
});
export type BulkChangeRequest = z.infer<typeof BulkChangeRequest>;

/** Why somebody stays as they are. */
export const BulkLeftOut = z.enum([
  'no-engagement',
  'nothing-to-do',
  'too-many',
  'is-the-manager',
  'above-the-manager',
  'begins-later',
  'ends-earlier',
  'changed-since',
]);
export type BulkLeftOut = z.infer<typeof BulkLeftOut>;

export const BulkPreview = z
  .object({
    /** Stands for what this preview was computed from; applying it demands the same. */
    facts: z.string(),
    changes: z.array(
      z.object({
        personId: Id,
        name: z.string(),
        organisationName: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    leftOut: z.array(z.object({ personId: Id, name: z.string(), reason: BulkLeftOut })),
    /** How many of the ids are nobody whom the reader sees. */
    unknown: z.number().int(),
  })
  .meta({ id: 'BulkPreview' });
export type BulkPreview = z.infer<typeof BulkPreview>;

export const ApplyBulkChangeRequest = BulkChangeRequest.extend({ facts: z.string().max(100) });
export type ApplyBulkChangeRequest = z.infer<typeof ApplyBulkChangeRequest>;

export const BulkChanged = z
  .object({
    changed: z.number().int(),
    /** Takes this change back; null where that cannot be. */
    undo: BulkChangeRequest.nullable(),
  })
  .meta({ id: 'BulkChanged' });
export type BulkChanged = z.infer<typeof BulkChanged>;
