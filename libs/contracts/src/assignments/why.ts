import { z } from 'zod';
import { CalendarDate, Id, Instant } from '../shared/common.js';

export const CourseOfPerson = z.strictObject({ id: Id, courseId: Id });

/** One reason for an assignment, as far as the reader may see it. */
export const WhyReason = z.object({
  id: Id,
  kind: z.enum(['path', 'self', 'rule', 'person']),
  since: Instant,
  dueOn: CalendarDate.nullable(),
  /** Where it has ended: when and why. */
  endedAt: Instant.nullable(),
  endedWhy: z.string().nullable(),
  /** The rule's name, the path's title, or who asked. */
  title: z.string().nullable(),
  /** Where somebody asked for the course, or for the path that it belongs to. */
  request: z.object({ byName: z.string(), why: z.string() }).nullable(),
  ruleId: Id.nullable(),
  versionNumber: z.number().int().nullable(),
  ownerName: z.string().nullable(),
  approvedByName: z.string().nullable(),
  effectiveOn: CalendarDate.nullable(),
  organisationName: z.string().nullable(),
  /** The matched facts in English, each as it follows "because you are". */
  facts: z.array(z.string()),
  /** The day on which the facts were as told. */
  factsOn: CalendarDate.nullable(),
  /** How it is asked for again, where its rule has a rhythm of its own. */
  again: z.string().nullable(),
  /** What would end it, each a sentence. */
  ends: z.array(z.string()),
});
export type WhyReason = z.infer<typeof WhyReason>;

/** "Why do I have this?" of the newest assignment of a course. */
export const Why = z
  .object({
    courseId: Id,
    title: z.string(),
    personId: Id,
    name: z.string(),
    state: z.enum(['open', 'closed']),
    dueOn: CalendarDate.nullable(),
    closedOn: CalendarDate.nullable(),
    closedWhy: z.string().nullable(),
    /** What it counts through, where something else counts as the course and the reader may see that. */
    through: z.object({ title: z.string(), by: z.string().nullable(), on: CalendarDate }).nullable(),
    /** What moves the day besides the reasons, for whoever sees them all: more time, days of leave, being exempt today. */
    extension: z.object({ toOn: CalendarDate, reason: z.string() }).nullable(),
    leaves: z.array(z.object({ fromOn: CalendarDate, toOn: CalendarDate, organisationName: z.string() })),
    exemption: z.object({ toOn: CalendarDate, reason: z.string() }).nullable(),
    reasons: z.array(WhyReason),
  })
  .meta({ id: 'Why' });
export type Why = z.infer<typeof Why>;
