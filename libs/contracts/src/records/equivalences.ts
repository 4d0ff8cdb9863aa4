import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';
import { Standing } from '../standing/today.js';
import { OutsideThing } from './outside.js';

export const EquivalenceKind = z.enum(['full', 'top-up']);
export type EquivalenceKind = z.infer<typeof EquivalenceKind>;

/** What counts: `by` is who issues the card, or the company; null for a course of ours. */
export const EquivalenceSource = z.object({
  kind: z.enum(['card', 'company-course', 'course']),
  id: Id,
  by: z.string().nullable(),
  code: z.string(),
  title: z.string(),
});
export type EquivalenceSource = z.infer<typeof EquivalenceSource>;

const months = z.number().int().min(1).max(600).nullable();
const terms = {
  kind: EquivalenceKind,
  /** Of a top-up: the course that is left to be done. */
  remainderCourseId: Id.nullable().default(null),
  /** The days of award that count, inclusive; null is open. */
  fromOn: CalendarDate.nullable().default(null),
  toOn: CalendarDate.nullable().default(null),
  /** It counts for so many months at most. */
  limitMonths: months.default(null),
  reason: z.string().trim().max(2000).default(''),
};
export const EquivalenceTermsRequest = z.strictObject(terms);
export type EquivalenceTermsRequest = z.infer<typeof EquivalenceTermsRequest>;
export const CreateEquivalenceRequest = z.strictObject({
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('course'), courseId: Id }),
    ...OutsideThing.options,
  ]),
  courseId: Id,
  ...terms,
});
export type CreateEquivalenceRequest = z.infer<typeof CreateEquivalenceRequest>;

/** Work on everybody concerned, or, `dry`, the preview of it. */
export const EquivalenceRun = z
  .object({
    id: Id,
    kind: z.enum(['apply', 'withdraw']),
    dry: z.boolean(),
    /** People looked at so far, and in all; null until they are counted. */
    done: z.number().int(),
    total: z.number().int().nullable(),
    /** Completions given, or taken back. */
    entries: z.number().int(),
    requestedAt: Instant,
    doneAt: Instant.nullable(),
  })
  .meta({ id: 'EquivalenceRun' });
export type EquivalenceRun = z.infer<typeof EquivalenceRun>;

export const EquivalenceVersion = z
  .object({
    id: Id,
    version: z.number().int(),
    equivalenceId: Id,
    number: z.number().int(),
    state: z.enum(['draft', 'in-review', 'active', 'ended']),
    kind: EquivalenceKind,
    remainderCourseId: Id.nullable(),
    remainderTitle: z.string().nullable(),
    fromOn: CalendarDate.nullable(),
    toOn: CalendarDate.nullable(),
    limitMonths: z.number().int().nullable(),
    reason: z.string(),
    createdById: Id,
    createdByName: z.string(),
    createdAt: Instant,
    proposedById: Id.nullable(),
    proposedByName: z.string().nullable(),
    returnedReason: z.string().nullable(),
    appliedByName: z.string().nullable(),
    appliedAt: Instant.nullable(),
    previewId: Id.nullable(),
    run: EquivalenceRun.nullable(),
  })
  .meta({ id: 'EquivalenceVersion' });
export type EquivalenceVersion = z.infer<typeof EquivalenceVersion>;

/** How one ends: for what is awarded later, or as if it had never counted. */
export const EquivalenceEnd = z.object({
  id: Id,
  how: z.enum(['prospective', 'retroactive']),
  fromOn: CalendarDate.nullable(),
  reason: z.string(),
  people: z.number().int(),
  state: z.enum(['waiting', 'done', 'refused']),
  previewId: Id.nullable(),
  askedById: Id,
  askedByName: z.string(),
  askedAt: Instant,
  decidedByName: z.string().nullable(),
  decision: z.string(),
  run: EquivalenceRun.nullable(),
});
export type EquivalenceEnd = z.infer<typeof EquivalenceEnd>;

/** `closed`: what was awarded in its days counts, and nothing that is awarded now. */
export const EquivalenceState = z.enum(['draft', 'in-review', 'in-force', 'closed', 'ended']);
export type EquivalenceState = z.infer<typeof EquivalenceState>;

const item = {
  id: Id,
  source: EquivalenceSource,
  courseId: Id,
  courseTitle: z.string(),
  state: EquivalenceState,
  ownerName: z.string(),
  /** Who has something by it now. */
  people: z.number().int(),
};
export const EquivalenceItem = z.object({
  ...item,
  /** Of the version in force, else of the newest. */
  kind: EquivalenceKind,
  remainderTitle: z.string().nullable(),
  fromOn: CalendarDate.nullable(),
  toOn: CalendarDate.nullable(),
  limitMonths: z.number().int().nullable(),
  /** A version or an end waits for a second person, or a newer version is being worked on. */
  waiting: z.boolean(),
  openDraft: z.boolean(),
});
export type EquivalenceItem = z.infer<typeof EquivalenceItem>;
export const EquivalencePage = pageOf(EquivalenceItem).meta({ id: 'EquivalencePage' });
export type EquivalencePage = z.infer<typeof EquivalencePage>;
export const EquivalenceQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  show: z.enum(['all', 'in-force', 'open']).default('all'),
  courseId: Id.optional(),
});
export type EquivalenceQuery = z.infer<typeof EquivalenceQuery>;

export const Equivalence = z
  .object({
    ...item,
    version: z.number().int(),
    courseMandatory: z.boolean(),
    /** The newest first. */
    versions: z.array(EquivalenceVersion),
    ends: z.array(EquivalenceEnd),
  })
  .meta({ id: 'Equivalence' });
export type Equivalence = z.infer<typeof Equivalence>;

/** What applying or ending would do, found by doing it and undoing it. Numbers are people unless said otherwise. */
export const EquivalencePreview = EquivalenceRun.extend({
  madeByName: z.string(),
  /** Who gains something, or loses it. */
  people: z.number().int(),
  needsSecondPerson: z.boolean(),
  /** Of the course and of what follows from it. */
  courses: z.array(z.object({ courseId: Id, title: z.string(), people: z.number().int() })),
  changes: z.array(z.object({ before: Standing, after: Standing, people: z.number().int() })),
}).meta({ id: 'EquivalencePreview' });
export type EquivalencePreview = z.infer<typeof EquivalencePreview>;

export const CountedPerson = z.object({
  personId: Id,
  seq: z.number().int(),
  name: z.string(),
  organisationName: z.string().nullable(),
  courseTitle: z.string(),
  completedOn: CalendarDate,
  validUntil: CalendarDate.nullable(),
  before: Standing,
  after: Standing,
});
export type CountedPerson = z.infer<typeof CountedPerson>;
export const CountedPeople = pageOf(CountedPerson).meta({ id: 'CountedPeople' });
export type CountedPeople = z.infer<typeof CountedPeople>;

export const EquivalencePreviewRef = z.strictObject({ previewId: Id });
export type EquivalencePreviewRef = z.infer<typeof EquivalencePreviewRef>;
export const ReturnEquivalenceRequest = z.strictObject({ reason: shortText(1000) });
export type ReturnEquivalenceRequest = z.infer<typeof ReturnEquivalenceRequest>;
export const EndEquivalenceRequest = z.discriminatedUnion('how', [
  /** `fromOn`: the first day of award that counts no longer. */
  z.strictObject({ how: z.literal('prospective'), fromOn: CalendarDate, reason: shortText(1000) }),
  z.strictObject({ how: z.literal('retroactive'), previewId: Id, reason: shortText(1000) }),
]);
export type EndEquivalenceRequest = z.infer<typeof EndEquivalenceRequest>;
export const DecideEndRequest = z.strictObject({
  approve: z.boolean(),
  decision: z.string().trim().max(1000).default(''),
});
export type DecideEndRequest = z.infer<typeof DecideEndRequest>;

/** What counts as a course today, for whoever may look at the course. */
export const CountsAs = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        source: EquivalenceSource,
        kind: EquivalenceKind,
        remainder: z.object({ courseId: Id, title: z.string() }).nullable(),
        fromOn: CalendarDate.nullable(),
        toOn: CalendarDate.nullable(),
        limitMonths: z.number().int().nullable(),
        /** Whether the reader has it. */
        held: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CountsAs' });
export type CountsAs = z.infer<typeof CountsAs>;
