import { z } from 'zod';
import { CalendarDate, Id } from '../shared/common.js';
import { Standing } from '../standing/today.js';

/** Of whom the overview tells; all whom the reader sees without one. */
export const OverviewFilter = z.strictObject({
  /** With the tiers below it. */
  organisationId: Id.optional(),
  schemeId: Id.optional(),
});
export type OverviewFilter = z.infer<typeof OverviewFilter>;

const counts = z.partialRecord(Standing, z.number().int());

/** An organisation or a scheme, without the tiers below it. `required − exempt` is the other denominator. */
export const OverviewGroup = z.object({
  id: Id,
  label: z.string(),
  people: z.number().int(),
  /** People with nothing overdue or expired. */
  inOrder: z.number().int(),
  counts,
});
export type OverviewGroup = z.infer<typeof OverviewGroup>;

/** What lies between two days, both inclusive: how many things, of how many people. */
export const OverviewSpan = z.object({
  from: CalendarDate,
  to: CalendarDate,
  things: z.number().int(),
  people: z.number().int(),
});
export type OverviewSpan = z.infer<typeof OverviewSpan>;

/** How people stand, counted by the same standing as the matrix. */
export const Overview = z
  .object({
    today: CalendarDate,
    people: z.number().int(),
    inOrder: z.number().int(),
    counts,
    /** Those with most to act on first. */
    organisations: z.array(OverviewGroup),
    schemes: z.array(OverviewGroup),
    /** What is valid today and ends, by month: this one and the eleven after it. */
    expiring: z.array(OverviewSpan),
    /** What is overdue or expired, by how long: a week, a month, a quarter, longer. */
    late: z.array(OverviewSpan),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

/** What is learnt, and where it goes wrong. */
export const OverviewLearning = z
  .object({
    /** This month and the eleven before it; what was taken back is left out. */
    completions: z.array(z.object({ month: CalendarDate, completions: z.number().int(), people: z.number().int() })),
    /** Everybody who is on an onboarding path. */
    onboarding: z.array(
      z.object({
        pathId: Id,
        title: z.string(),
        people: z.number().int(),
        notStarted: z.number().int(),
        underWay: z.number().int(),
        overdue: z.number().int(),
        done: z.number().int(),
        /** From the first day to the last step, of those who are through: the middle one. */
        days: z.number().nullable(),
      }),
    ),
    /** Cards and certificates that wait for the reader's check. */
    evidence: z.object({ waiting: z.number().int(), oldest: CalendarDate.nullable() }),
    /** Begun, and not gone on with for thirty days: in which course, and at which activity. */
    abandoned: z.array(
      z.object({
        courseId: Id,
        title: z.string(),
        activity: z.string(),
        people: z.number().int(),
        /** Middle number of days since anything was done. */
        days: z.number().int(),
      }),
    ),
    /** Questions that are answered wrongly most, of those that were asked ten times; for whoever sees everybody. */
    questions: z.array(
      z.object({ questionId: Id, bankId: Id, text: z.string(), asked: z.number().int(), wrong: z.number().int() }),
    ),
  })
  .meta({ id: 'OverviewLearning' });
export type OverviewLearning = z.infer<typeof OverviewLearning>;
