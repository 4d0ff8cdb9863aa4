import { z } from 'zod';
import { Standing } from '../standing/today.js';
import { CalendarDate, Id, Instant, shortText } from '../shared/common.js';

/** Why somebody has an assignment, as far as the reader may know. */
export const AssignmentReason = z.object({
  id: Id,
  kind: z.enum(['path', 'self', 'rule', 'person']),
  /** The path, the rule, or what the person who asked wrote. */
  what: z.string().nullable(),
  /** Who asked, of a request by a person. */
  byName: z.string().nullable(),
  requestId: Id.nullable(),
  organisationName: z.string().nullable(),
  dueOn: CalendarDate.nullable(),
  since: Instant,
  /** May be taken back by the reader. */
  mayWithdraw: z.boolean(),
});
export type AssignmentReason = z.infer<typeof AssignmentReason>;

export const PersonAssignment = z.object({
  id: Id,
  courseId: Id,
  title: z.string(),
  mandatory: z.boolean(),
  /** 1 the first time, then one more each time that it is asked again. */
  cycle: z.number().int(),
  standing: Standing,
  dueOn: CalendarDate.nullable(),
  /** From when it can be done: a renewal waits until then. */
  opensOn: CalendarDate.nullable(),
  /** The last day of what it renews. */
  validUntil: CalendarDate.nullable(),
  extendedTo: CalendarDate.nullable(),
  extensionReason: z.string().nullable(),
  reasons: z.array(AssignmentReason),
});
export type PersonAssignment = z.infer<typeof PersonAssignment>;

export const ExemptionState = z.enum(['waiting', 'approved', 'refused', 'withdrawn']);
export const Exemption = z.object({
  id: Id,
  courseId: Id,
  title: z.string(),
  fromOn: CalendarDate,
  /** The last day, inclusive; the day before it was ended where it was. */
  toOn: CalendarDate,
  /** Null where another employer asks for the course too, and the exemption was not asked for by the reader's side. */
  reason: z.string().nullable(),
  state: ExemptionState,
  /** Covers today. */
  current: z.boolean(),
  /** Null where the reason is. */
  askedByName: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decision: z.string(),
  /** The person's line managers can decide it, besides the People Team. */
  byManagers: z.boolean(),
  mayEnd: z.boolean(),
});
export type Exemption = z.infer<typeof Exemption>;

export const Leave = z.object({
  id: Id,
  version: z.number().int(),
  engagementId: Id,
  organisationName: z.string(),
  fromOn: CalendarDate,
  /** The last day, as expected. */
  toOn: CalendarDate,
  note: z.string(),
});
export type Leave = z.infer<typeof Leave>;

/** What a person owes and why, what they are exempt from, and when they are away. */
export const PersonAssignments = z
  .object({
    personId: Id,
    today: CalendarDate,
    /** May extend, exempt, enter leave: never for oneself. */
    mayChange: z.boolean(),
    /** Live engagements that the reader sees, for leave. */
    engagements: z.array(z.object({ id: Id, organisationName: z.string() })),
    assignments: z.array(PersonAssignment),
    exemptions: z.array(Exemption),
    leaves: z.array(Leave),
  })
  .meta({ id: 'PersonAssignments' });
export type PersonAssignments = z.infer<typeof PersonAssignments>;

export const ExtendRequest = z.strictObject({ dueOn: CalendarDate, reason: shortText(500) });
export type ExtendRequest = z.infer<typeof ExtendRequest>;

const inOrder = { path: ['toOn'], message: 'The last day is before the first' };
export const AskExemptionRequest = z
  .strictObject({ courseId: Id, fromOn: CalendarDate, toOn: CalendarDate, reason: shortText(500) })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, inOrder);
export type AskExemptionRequest = z.infer<typeof AskExemptionRequest>;

export const SaveLeaveRequest = z
  .strictObject({ fromOn: CalendarDate, toOn: CalendarDate, note: z.string().trim().max(500).default('') })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, inOrder);
export type SaveLeaveRequest = z.infer<typeof SaveLeaveRequest>;

/** A due date that leave moves: of a course, or of a task that somebody has to do on their path. */
export const LeaveMove = z.object({
  kind: z.enum(['course', 'task']),
  id: Id,
  title: z.string(),
  beforeOn: CalendarDate,
  dueOn: CalendarDate,
});
export type LeaveMove = z.infer<typeof LeaveMove>;
/** What leave would do if it were saved now, the soonest first, and how many due dates it leaves as they are. */
export const LeavePreview = z
  .object({ moves: z.array(LeaveMove), stays: z.number().int() })
  .meta({ id: 'LeavePreview' });
export type LeavePreview = z.infer<typeof LeavePreview>;

export const DecisionRequest = z
  .strictObject({ approve: z.boolean(), note: z.string().trim().max(500).default('') })
  .refine(({ approve, note }) => approve || note !== '', { path: ['note'], message: 'Say why not' });
export type DecisionRequest = z.infer<typeof DecisionRequest>;
