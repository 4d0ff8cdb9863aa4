import { z } from 'zod';
import { EmploymentGroup } from '../people/persons.js';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

/**
 * Whom a request is for: everybody of these organisations (with the tiers below them) and schemes and groups, where one
 * that is empty leaves nobody out; and these people, by id or by a pasted list of employee numbers or e-mail addresses.
 */
export const ChosenPeople = z.strictObject({
  organisationIds: z.array(Id).max(50).default([]),
  schemeIds: z.array(Id).max(50).default([]),
  groups: z.array(EmploymentGroup).max(5).default([]),
  personIds: z.array(Id).max(1000).default([]),
  lines: z.array(z.string().trim().max(254)).max(5000).default([]),
});
export type ChosenPeople = z.infer<typeof ChosenPeople>;

/** A course or a path. */
const target = { courseId: Id.nullable().default(null), pathId: Id.nullable().default(null) };
const isOne = ({ courseId, pathId }: { courseId: string | null; pathId: string | null }): boolean =>
  (courseId === null) !== (pathId === null);
const oneOnly = { path: ['courseId'], message: 'Choose a course or a path.' };

export const PreviewRequest = z.strictObject({ ...target, chosen: ChosenPeople }).refine(isOne, oneOnly);
export type PreviewRequest = z.infer<typeof PreviewRequest>;

export const RequestedPerson = z.object({
  personId: Id,
  name: z.string(),
  organisationName: z.string(),
  /** What they have already: it counts today, or it is asked of them. Null: they get it. */
  has: z.enum(['valid', 'asked']).nullable(),
});
export const RequestPreview = z
  .object({
    total: z.number().int(),
    /** Who gets it now. */
    gaining: z.number().int(),
    valid: z.number().int(),
    asked: z.number().int(),
    /** It reaches so many that a second person has to approve it. */
    needsSecond: z.boolean(),
    /** The first hundred, those who gain before those who have it. */
    people: z.array(RequestedPerson),
    /** Lines that named nobody whom the asker sees, more than one, or the asker, who is never asked by themselves. */
    unmatched: z.array(z.object({ line: z.string(), why: z.enum(['nobody', 'several', 'yourself']) })),
  })
  .meta({ id: 'RequestPreview' });
export type RequestPreview = z.infer<typeof RequestPreview>;

export const AskRequest = z
  .strictObject({
    ...target,
    why: shortText(500),
    /** Of a path: its day 0, unless that is the first or the last day of who gets it. */
    dueOn: CalendarDate.nullable().default(null),
    chosen: ChosenPeople,
    /** How many the preview said: when it is another number by now, nothing is asked. */
    expected: z.number().int().min(1),
  })
  .refine(isOne, oneOnly);
export type AskRequest = z.infer<typeof AskRequest>;

export const AssignmentRequest = z
  .object({
    id: Id,
    courseId: Id.nullable(),
    pathId: Id.nullable(),
    /** Of the course or the path. */
    title: z.string(),
    why: z.string(),
    dueOn: CalendarDate.nullable(),
    people: z.number().int(),
    state: z.enum(['waiting', 'given', 'refused', 'withdrawn']),
    askedById: Id,
    askedByName: z.string(),
    askedAt: Instant,
    decidedByName: z.string().nullable(),
    decision: z.string(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'AssignmentRequest' });
export type AssignmentRequest = z.infer<typeof AssignmentRequest>;
export const AssignmentRequestPage = pageOf(AssignmentRequest).meta({ id: 'AssignmentRequestPage' });
export type AssignmentRequestPage = z.infer<typeof AssignmentRequestPage>;
export const AssignmentRequestQuery = PageQuery;

/** Of one person, or of everybody. */
export const WithdrawRequest = z.strictObject({ personId: Id.nullable().default(null), why: shortText(500) });
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;

/** What a learner asks for themselves: more time, or a course that nobody begins by themselves. */
export const AskForMyself = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('extension'), courseId: Id, dueOn: CalendarDate, why: shortText(500) }),
  z.strictObject({ kind: z.literal('enrolment'), courseId: Id, why: shortText(500) }),
]);
export type AskForMyself = z.infer<typeof AskForMyself>;

export const MyRequest = z.object({
  id: Id,
  kind: z.enum(['extension', 'enrolment']),
  courseId: Id,
  /** Of an extension: until when. */
  dueOn: CalendarDate.nullable(),
  why: z.string(),
  state: z.enum(['waiting', 'approved', 'refused']),
  askedAt: Instant,
  decidedByName: z.string().nullable(),
  decision: z.string(),
});
export type MyRequest = z.infer<typeof MyRequest>;
/** The last of each course, the newest first; what waits and would change nothing any more is left out. */
export const MyRequests = z.object({ items: z.array(MyRequest) }).meta({ id: 'MyRequests' });
export type MyRequests = z.infer<typeof MyRequests>;

/** Something that waits for somebody to decide. */
export const ToDecide = z.object({
  kind: z.enum(['exemption', 'extension', 'enrolment', 'request']),
  id: Id,
  /** Of a request for a path the title of that. */
  courseTitle: z.string(),
  /** Whom it is about; null of a request for many. */
  person: z.object({ id: Id, name: z.string(), organisationName: z.string().nullable() }).nullable(),
  /** Of a request. */
  people: z.number().int().nullable(),
  fromOn: CalendarDate.nullable(),
  toOn: CalendarDate.nullable(),
  dueOn: CalendarDate.nullable(),
  why: z.string(),
  askedByName: z.string(),
  askedAt: Instant,
  /** The reader asked for it, so somebody else decides. */
  mine: z.boolean(),
  /** The person's line managers and the People Team decide it; else the People Team alone. */
  byManagers: z.boolean(),
});
export type ToDecide = z.infer<typeof ToDecide>;
export const ToDecidePage = pageOf(ToDecide)
  .extend({
    /** How much waits for the reader, on all pages. */
    waiting: z.number().int(),
  })
  .meta({ id: 'ToDecidePage' });
export type ToDecidePage = z.infer<typeof ToDecidePage>;
