import { z } from 'zod';
import { CHOSEN_REVOCATION_REASONS } from '@lms/domain';
import { CalendarDate, Id, Instant, pageOf, PageQuery } from '../shared/common.js';
import { Standing } from '../standing/today.js';

/** One completion: whose, and its number in their chain. */
export const CompletionParams = z.strictObject({ id: Id, seq: z.coerce.number().int().min(1).max(1_000_000) });
export type CompletionParams = z.infer<typeof CompletionParams>;

export const MyCompletionParams = CompletionParams.omit({ id: true });
export type MyCompletionParams = z.infer<typeof MyCompletionParams>;

export const RevocationReason = z.enum(CHOSEN_REVOCATION_REASONS as [string, ...string[]]);

/** `note` is kept where it can be erased; `other` needs one. */
export const TakeBackRequest = z.strictObject({
  reasonCode: RevocationReason,
  note: z.string().trim().max(1000).default(''),
});
export type TakeBackRequest = z.infer<typeof TakeBackRequest>;

/**
 * What the People Team records for somebody. `id` is made by the client: the same twice is one. `validUntil` left out
 * is what the course says, null is for life. `replaces` takes an entry back in the same breath.
 */
export const RecordCompletionRequest = z.strictObject({
  id: Id,
  courseId: Id,
  completedOn: CalendarDate,
  validUntil: CalendarDate.nullable().optional(),
  note: z.string().trim().max(1000).default(''),
  replaces: z
    .strictObject({ seq: z.number().int().min(1), reasonCode: RevocationReason })
    .nullable()
    .default(null),
});
export type RecordCompletionRequest = z.infer<typeof RecordCompletionRequest>;

const CourseStanding = z.object({
  standing: Standing,
  dueOn: CalendarDate.nullable(),
  validUntil: CalendarDate.nullable(),
});

/** What follows from a correction, found by making it and undoing it: only what changes is named. */
export const Consequences = z
  .object({
    courses: z.array(
      z.object({ courseId: Id, title: z.string(), before: CourseStanding.nullable(), after: CourseStanding }),
    ),
    paths: z.array(
      z.object({
        title: z.string(),
        doneBefore: z.number().int(),
        doneAfter: z.number().int(),
        total: z.number().int(),
      }),
    ),
    /** Certificates that will show that they were taken back. */
    certificates: z.array(z.string()),
  })
  .meta({ id: 'Consequences' });
export type Consequences = z.infer<typeof Consequences>;

/** `seq` of the new entry in the chain; null when the very same was recorded before. */
export const Corrected = z.object({ seq: z.number().int().nullable() }).meta({ id: 'Corrected' });
export type Corrected = z.infer<typeof Corrected>;

/** A completion as whoever may take it back is told of it. */
export const CompletionEntry = z
  .object({ name: z.string(), title: z.string(), completedOn: CalendarDate, takenBack: z.boolean() })
  .meta({ id: 'CompletionEntry' });
export type CompletionEntry = z.infer<typeof CompletionEntry>;

export const RecordedQuery = PageQuery;
export type RecordedQuery = z.infer<typeof RecordedQuery>;

export const RecordedItem = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  courseTitle: z.string(),
  activityTitle: z.string(),
  completedOn: CalendarDate,
  recordedAt: Instant,
  note: z.string(),
  /** Of the completion in the person's chain; null while the course asks for more than this. */
  seq: z.number().int().nullable(),
  takenBack: z.boolean(),
});
export type RecordedItem = z.infer<typeof RecordedItem>;

/** What somebody recorded in person, newest first. */
export const Recorded = pageOf(RecordedItem).meta({ id: 'Recorded' });
export type Recorded = z.infer<typeof Recorded>;
