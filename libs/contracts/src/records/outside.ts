import { z } from 'zod';
import { CalendarDate, Id, shortText } from '../shared/common.js';
import { RevocationReason } from './corrections.js';

const code = z.string().trim().max(60).default('');
/** What people bring from outside: a kind of card by who issues it, or a course of a company. */
export const OutsideThing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('card'), issuer: shortText(120), title: shortText(200) }),
  z.strictObject({ kind: z.literal('company-course'), organisationId: Id, code, title: shortText(200) }),
]);
export type OutsideThing = z.infer<typeof OutsideThing>;

/**
 * What somebody has. `id` is made by the client: the same twice is one. `expiresOn` is the last day that the proof itself
 * names, null where it names none. Reference and note are kept where they can be erased.
 */
export const RecordOutsideRequest = z.strictObject({
  id: Id,
  thing: OutsideThing,
  awardedOn: CalendarDate,
  expiresOn: CalendarDate.nullable(),
  reference: z.string().trim().max(80).default(''),
  note: z.string().trim().max(1000).default(''),
});
export type RecordOutsideRequest = z.infer<typeof RecordOutsideRequest>;

/** `already`: the same was recorded before. */
export const OutsideRecorded = z
  .object({ id: Id, outcome: z.enum(['recorded', 'already']) })
  .meta({ id: 'OutsideRecorded' });
export type OutsideRecorded = z.infer<typeof OutsideRecorded>;

export const OutsideAwardParams = z.strictObject({ id: Id, awardId: Id });
export type OutsideAwardParams = z.infer<typeof OutsideAwardParams>;
export const TakeBackAwardRequest = z.strictObject({
  reasonCode: RevocationReason,
  note: z.string().trim().max(1000).default(''),
});
export type TakeBackAwardRequest = z.infer<typeof TakeBackAwardRequest>;

/** A kind of card or a course of a company that somebody has named before. */
export const OutsideQualification = z.object({
  id: Id,
  kind: z.enum(['card', 'company-course']),
  /** Who issues it; the company. */
  by: z.string(),
  organisationId: Id.nullable(),
  code: z.string(),
  title: z.string(),
});
export type OutsideQualification = z.infer<typeof OutsideQualification>;
export const OutsideQualifications = z
  .object({ items: z.array(OutsideQualification) })
  .meta({ id: 'OutsideQualifications' });
export type OutsideQualifications = z.infer<typeof OutsideQualifications>;
export const OutsideQuery = z.strictObject({ q: z.string().trim().max(100).optional() });
export type OutsideQuery = z.infer<typeof OutsideQuery>;
