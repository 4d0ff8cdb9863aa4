import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

/**
 * `leavers`: whole entries, years after the last day; somebody decides about each. By themselves go: `evidence-files`,
 * months after the evidence has expired; `runtime-logs`, the calls of lessons, months; `mails` that were sent, days.
 */
export const RetentionKind = z.enum(['leavers', 'evidence-files', 'runtime-logs', 'mails']);
export type RetentionKind = z.infer<typeof RetentionKind>;

export const RetentionSetting = z
  .object({
    kind: RetentionKind,
    /** 0 until somebody sets it. */
    version: z.number().int(),
    /** In the unit of its kind; null: kept for good. */
    period: z.number().int().nullable(),
    changedByName: z.string().nullable(),
    changedAt: Instant.nullable(),
    /** When something last went because of it, and how much has gone in all. */
    lastAt: Instant.nullable(),
    removed: z.number().int(),
  })
  .meta({ id: 'RetentionSetting' });
export type RetentionSetting = z.infer<typeof RetentionSetting>;
export const RetentionSettings = z.object({ items: z.array(RetentionSetting) }).meta({ id: 'RetentionSettings' });
export type RetentionSettings = z.infer<typeof RetentionSettings>;
export const RetentionParams = z.strictObject({ kind: RetentionKind });
export const SaveRetention = z.strictObject({ period: z.number().int().min(1).max(3650).nullable() });
export type SaveRetention = z.infer<typeof SaveRetention>;

/** Somebody whose period is over. */
export const DuePerson = z.object({
  personId: Id,
  name: z.string(),
  organisationName: z.string().nullable(),
  leftOn: CalendarDate,
  /** The first day on which nothing keeps it. */
  dueOn: CalendarDate,
  held: z.boolean(),
});
export type DuePerson = z.infer<typeof DuePerson>;
export const DuePage = pageOf(DuePerson).extend({ total: z.number().int() }).meta({ id: 'DuePage' });
export type DuePage = z.infer<typeof DuePage>;
export const DueQuery = PageQuery;
export type DueQuery = z.infer<typeof DueQuery>;

export const LegalHold = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    reason: z.string(),
    placedByName: z.string(),
    placedAt: Instant,
    /** Inclusive; null: until somebody ends it. */
    untilOn: CalendarDate.nullable(),
    endedByName: z.string().nullable(),
    endedAt: Instant.nullable(),
    /** It holds today. */
    holds: z.boolean(),
  })
  .meta({ id: 'LegalHold' });
export type LegalHold = z.infer<typeof LegalHold>;
export const LegalHoldPage = pageOf(LegalHold).meta({ id: 'LegalHoldPage' });
export type LegalHoldPage = z.infer<typeof LegalHoldPage>;
export const LegalHoldQuery = PageQuery.extend({
  personId: Id.optional(),
  show: z.enum(['holding', 'all']).default('holding'),
});
export type LegalHoldQuery = z.infer<typeof LegalHoldQuery>;
export const PlaceHold = z.strictObject({ reason: shortText(500), untilOn: CalendarDate.nullable().default(null) });
export type PlaceHold = z.infer<typeof PlaceHold>;
