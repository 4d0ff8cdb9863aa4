import { z } from 'zod';
import { CalendarDate, Id, pageOf, PageQuery } from '../shared/common.js';
import { Standing } from '../standing/today.js';

/** What there is to do in a course, as learners call it: both kinds of SCORM package are lessons. */
export const CatalogueKind = z.enum([
  'lesson',
  'video',
  'document',
  'page',
  'quiz',
  'survey',
  'practical',
  'evidence',
  'link',
  'in-person',
]);
export type CatalogueKind = z.infer<typeof CatalogueKind>;
/** Up to so many minutes; `longer` is more than an hour. */
export const CatalogueLength = z.enum(['to-15', 'to-30', 'to-60', 'longer']);
export type CatalogueLength = z.infer<typeof CatalogueLength>;
/** Up to so many months; `longer` is more than two years. */
export const CatalogueValidity = z.enum(['to-12', 'to-24', 'longer', 'life']);
export type CatalogueValidity = z.infer<typeof CatalogueValidity>;

export const CatalogueQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  topic: z.string().max(40).optional(),
  kind: CatalogueKind.optional(),
  length: CatalogueLength.optional(),
  outcome: z.string().max(80).optional(),
  validity: CatalogueValidity.optional(),
  /** Only what the person has saved. */
  saved: z.literal('true').optional(),
  cursor: z.string().max(1000).optional(),
});
export type CatalogueQuery = z.infer<typeof CatalogueQuery>;

/** A text in parts, in order; `hit` is what was searched for. Plain text, never markup. */
export const MarkedText = z.array(z.object({ text: z.string(), hit: z.boolean() }));
export type MarkedText = z.infer<typeof MarkedText>;

export const CatalogueItem = z.object({
  courseId: Id,
  code: z.string(),
  title: MarkedText,
  summary: MarkedText,
  /** Where else the words stand: an activity's title, or some words of a page, a document or a film. */
  found: z.object({ in: z.enum(['activity', 'page', 'document', 'captions']), text: MarkedText }).nullable(),
  topics: z.array(z.string()),
  kinds: z.array(CatalogueKind),
  minutes: z.number().int(),
  validityMonths: z.number().int().nullable(),
  /** Null for a course that has nothing to do with the person yet. */
  standing: Standing.nullable(),
  selfEnrolment: z.boolean(),
  saved: z.boolean(),
});
export type CatalogueItem = z.infer<typeof CatalogueItem>;

const facet = z.array(z.object({ value: z.string(), count: z.number().int() }));
/** How many courses each value would leave, with the other filters as they are. */
export const CatalogueFacets = z.object({
  topic: facet,
  kind: facet,
  length: facet,
  outcome: facet,
  validity: facet,
});
export type CatalogueFacets = z.infer<typeof CatalogueFacets>;

export const CataloguePage = pageOf(CatalogueItem)
  .extend({
    total: z.number().int(),
    /** With the first page only. */
    facets: CatalogueFacets.nullable(),
    /** Nothing held what was typed, so this was searched for instead; null otherwise. */
    didYouMean: z.string().nullable(),
  })
  .meta({ id: 'CataloguePage' });
export type CataloguePage = z.infer<typeof CataloguePage>;

/** A published course as somebody sees it who may or may not take it. */
export const CatalogueCourse = z
  .object({
    courseId: Id,
    code: z.string(),
    title: z.string(),
    summary: z.string(),
    topics: z.array(z.string()),
    outcome: z.string().nullable(),
    minutes: z.number().int(),
    validityMonths: z.number().int().nullable(),
    activities: z.array(z.object({ title: z.string(), kind: CatalogueKind, minutes: z.number().int().nullable() })),
    standing: Standing.nullable(),
    dueOn: CalendarDate.nullable(),
    opensOn: CalendarDate.nullable(),
    completedOn: CalendarDate.nullable(),
    validUntil: CalendarDate.nullable(),
    /** It is owed, begun or done: the player opens it. */
    mine: z.boolean(),
    /** Why it is owed; none when it is not. */
    reasons: z.array(
      z.object({ kind: z.enum(['self', 'path', 'rule', 'person', 'revision']), pathTitle: z.string().nullable() }),
    ),
    /** The person may begin it by their own wish now. */
    mayEnrol: z.boolean(),
    /** Nothing but their own wish holds it. */
    mayWithdraw: z.boolean(),
    saved: z.boolean(),
  })
  .meta({ id: 'CatalogueCourse' });
export type CatalogueCourse = z.infer<typeof CatalogueCourse>;
