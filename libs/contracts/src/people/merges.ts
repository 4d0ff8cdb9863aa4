import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery } from '../shared/common.js';
import { Standing } from '../standing/today.js';

/** What two entries have in common: names that are alike, a contact address, a telephone, an employee number. */
export const DuplicateWhy = z.enum(['name', 'email', 'phone', 'number']);
const Sketch = z.object({
  id: Id,
  name: z.string(),
  organisationName: z.string().nullable(),
  jobRole: z.string().nullable(),
  employeeNumber: z.string().nullable(),
  contactEmail: z.string().nullable(),
  phone: z.string().nullable(),
  addedOn: CalendarDate,
});
export type PersonSketch = z.infer<typeof Sketch>;
export const DuplicatePair = z.object({
  one: Sketch,
  other: Sketch,
  why: z.array(DuplicateWhy),
  /** How much the names are alike, 0 to 100. */
  likeness: z.number().int(),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;
export const DuplicatePage = pageOf(DuplicatePair)
  .extend({
    /** Entries that are still to be looked at; reading again looks at more of them. */
    left: z.number().int(),
  })
  .meta({ id: 'DuplicatePage' });
export type DuplicatePage = z.infer<typeof DuplicatePage>;

/** Two people; in a merge `keepId` stays, and `mergeId` is read as them from then on. */
export const MergePair = z.strictObject({ keepId: Id, mergeId: Id });
export type MergePair = z.infer<typeof MergePair>;

const Side = Sketch.omit({ organisationName: true, jobRole: true, employeeNumber: true }).extend({
  engagements: z.array(
    z.object({
      organisationName: z.string(),
      employeeNumber: z.string(),
      jobRole: z.string(),
      startsOn: CalendarDate,
      endsOn: CalendarDate.nullable(),
    }),
  ),
  roles: z.array(z.string()),
  signInNames: z.array(z.string()),
  hasPassword: z.boolean(),
  lastSignInAt: Instant.nullable(),
  completions: z.number().int(),
  evidence: z.number().int(),
  owed: z.number().int(),
  begun: z.number().int(),
  /** What they asked for themselves, and nobody has answered. */
  asked: z.number().int(),
});
export type MergeSide = z.infer<typeof Side>;
const Line = z.object({ standing: Standing, dueOn: CalendarDate.nullable(), validUntil: CalendarDate.nullable() });
export const MergePreview = z
  .object({
    keep: Side,
    merge: Side,
    /** Courses of which the standing or the dates differ from what either had. */
    courses: z.array(
      z.object({
        courseId: Id,
        title: z.string(),
        keep: Line.nullable(),
        merge: Line.nullable(),
        after: Line,
      }),
    ),
    /** What is completed in addition, because both count together, and through what. */
    counts: z.array(
      z.object({
        courseId: Id,
        title: z.string(),
        completedOn: CalendarDate,
        validUntil: CalendarDate.nullable(),
        how: z.enum(['equivalence', 'refresher']),
        /** What was done: a course, a card; of a top-up with the course that was left. */
        through: z.string(),
      }),
    ),
    /** What is owed after it. */
    owedAfter: z.number().int(),
    undoUntil: CalendarDate,
    /** Stands for all of this; what is merged is what was seen with it. */
    digest: z.string(),
  })
  .meta({ id: 'MergePreview' });
export type MergePreview = z.infer<typeof MergePreview>;

export const MergeRequest = MergePair.extend({
  digest: z.string().min(1).max(100),
  note: z.string().trim().max(500).default(''),
});
export type MergeRequest = z.infer<typeof MergeRequest>;

export const Merge = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    mergedName: z.string(),
    mergedByName: z.string(),
    mergedAt: Instant,
    note: z.string(),
    undoUntil: CalendarDate,
    /** Why it can not be undone now; null when it can. */
    keptBecause: z.enum(['undone', 'too-late', 'merged-on']).nullable(),
    undoneByName: z.string().nullable(),
    undoneAt: Instant.nullable(),
  })
  .meta({ id: 'Merge' });
export type Merge = z.infer<typeof Merge>;
export const MergePage = pageOf(Merge).meta({ id: 'MergePage' });
export type MergePage = z.infer<typeof MergePage>;
export const MergeQuery = PageQuery;
export const ApartRequest = z.strictObject({ oneId: Id, otherId: Id });
export type ApartRequest = z.infer<typeof ApartRequest>;
