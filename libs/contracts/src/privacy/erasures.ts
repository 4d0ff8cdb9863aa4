import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

/** What belongs together in what is known of a person. */
export const DataArea = z.enum([
  'person',
  'employment',
  'sign-in',
  'record',
  'training',
  'paths',
  'learning',
  'practicals',
  'evidence',
  'reports',
  'messages',
  'history',
  'privacy',
]);
export type DataArea = z.infer<typeof DataArea>;

/** Rows of one area: `removed` go whole, `cleared` lose their words, `kept` stay (with or without their words). */
const AreaCount = z.object({
  area: DataArea,
  removed: z.number().int(),
  cleared: z.number().int(),
  kept: z.number().int(),
});
export type AreaCount = z.infer<typeof AreaCount>;

/**
 * What stands in the way: `engaged` now or soon; `powers` of a role; `held` by a legal hold; `own`: the reader's own entry;
 * `too-soon`: the period of retention is not over, which alone can be overridden, with a reason.
 */
export const ErasureBlock = z.enum(['engaged', 'powers', 'held', 'own', 'too-soon']);
export type ErasureBlock = z.infer<typeof ErasureBlock>;

/** Why: the person asked; the period is over; it was entered by mistake; another ground, told in the reason. */
export const ErasureGround = z.enum(['asked', 'period', 'mistake', 'other']);
export type ErasureGround = z.infer<typeof ErasureGround>;

/** What others called, and can call otherwise: a rule, an audience, a course … */
export const NamedThingKind = z.enum([
  'rule',
  'audience',
  'course',
  'path',
  'session',
  'resource',
  'question-bank',
  'organisation',
  'scheme',
  'outcome',
  'qualification',
  'columns',
  'import',
]);
export type NamedThingKind = z.infer<typeof NamedThingKind>;
const Remaining = z.object({
  kind: NamedThingKind,
  id: Id,
  /** The whole name, an address or a number; otherwise the family name alone, which may be somebody else's. */
  whole: z.boolean(),
});
export type Remaining = z.infer<typeof Remaining>;

export const ErasurePreview = z
  .object({
    personId: Id,
    name: z.string(),
    /** Names, addresses and numbers that go. */
    named: z.array(z.string()),
    employments: z.array(
      z.object({ organisationName: z.string(), startsOn: CalendarDate, endsOn: CalendarDate.nullable() }),
    ),
    areas: z.array(AreaCount),
    /** Stored files that go. */
    files: z.number().int(),
    completions: z.number().int(),
    /** Where the name stands in what others called things: it stays there until somebody calls them otherwise. */
    standing: z.array(Remaining.extend({ words: z.string() })),
    blocks: z.array(ErasureBlock),
    /** Until when the period of retention keeps it, inclusive; null: no period keeps it, or for good. */
    keptUntil: CalendarDate.nullable(),
    /** One that waits for its second person. */
    proposedId: Id.nullable(),
    /** Stands for all of this; what is applied is what was seen with it. */
    digest: z.string(),
  })
  .meta({ id: 'ErasurePreview' });
export type ErasurePreview = z.infer<typeof ErasurePreview>;

export const ProposeErasure = z.strictObject({
  ground: ErasureGround,
  reason: shortText(500),
  /** Why before the period is over; needed then, and only then. */
  override: z.string().trim().max(500).default(''),
  digest: z.string().min(1).max(100),
});
export type ProposeErasure = z.infer<typeof ProposeErasure>;

export const Erasure = z
  .object({
    id: Id,
    personId: Id,
    /** “Erased person” once it is applied. */
    name: z.string(),
    state: z.enum(['proposed', 'applied', 'refused', 'withdrawn']),
    ground: ErasureGround,
    /** Empty once it is applied: they were words about the person. */
    reason: z.string(),
    override: z.string(),
    counts: z.array(AreaCount),
    proposedByName: z.string(),
    proposedAt: Instant,
    decidedByName: z.string().nullable(),
    decidedAt: Instant.nullable(),
    decision: z.string(),
    /** Where the name stood when it was erased. Which, and not in which words: those would keep it here. */
    remained: z.array(Remaining),
    /** The reader proposed it, and may withdraw it. */
    mine: z.boolean(),
    /** The reader may decide: somebody else proposed it, and it is about neither of them. */
    toDecide: z.boolean(),
  })
  .meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof Erasure>;

/** One that waits, beside how things are now. */
export const ErasureToDecide = z
  .object({
    erasure: Erasure,
    /** Null once it is decided. */
    preview: ErasurePreview.nullable(),
    /** Something has changed since it was proposed: it has to be proposed again. */
    changed: z.boolean(),
  })
  .meta({ id: 'ErasureToDecide' });
export type ErasureToDecide = z.infer<typeof ErasureToDecide>;

export const ErasurePage = pageOf(Erasure).meta({ id: 'ErasurePage' });
export type ErasurePage = z.infer<typeof ErasurePage>;
/** `open`: waiting for a second person. */
export const ErasureQuery = PageQuery.extend({ show: z.enum(['open', 'decided']).default('open') });
export type ErasureQuery = z.infer<typeof ErasureQuery>;
export const DecideErasure = z.strictObject({ note: z.string().trim().max(500).default('') });
export type DecideErasure = z.infer<typeof DecideErasure>;
