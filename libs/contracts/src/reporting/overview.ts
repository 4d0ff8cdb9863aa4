import { z } from 'zod';
import { CalendarDate, Id, pageOf, PageQuery } from '../shared/common.js';
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
        activityId: Id,
        activity: z.string(),
        people: z.number().int(),
        /** Middle number of days since anything was done. */
        days: z.number().int(),
      }),
    ),
    /** Questions that are answered wrongly most, of those that were asked ten times. */
    questions: z.array(
      z.object({
        questionId: Id,
        bankId: Id,
        text: z.string(),
        asked: z.number().int(),
        wrong: z.number().int(),
        /** Who answered it wrongly the last time. */
        people: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'OverviewLearning' });
export type OverviewLearning = z.infer<typeof OverviewLearning>;

const completed = {
  ...OverviewFilter.shape,
  /** Days of completion, both inclusive. */
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  courseId: Id.optional(),
};
/** Which completions: those that the overview counts in these days. */
export const CompletedFilter = z.strictObject(completed);
export type CompletedFilter = z.infer<typeof CompletedFilter>;
export const CompletedQuery = PageQuery.extend(completed);
export type CompletedQuery = z.infer<typeof CompletedQuery>;

/** What somebody completed, under whichever of their entries it stands. */
export const CompletedItem = z.object({
  personId: Id,
  name: z.string(),
  /** The short one, of where they work. */
  organisationName: z.string(),
  courseId: Id,
  title: z.string(),
  completedOn: CalendarDate,
  validUntil: CalendarDate.nullable(),
});
export type CompletedItem = z.infer<typeof CompletedItem>;
/** The newest first. */
export const CompletedPage = pageOf(CompletedItem).meta({ id: 'CompletedPage' });
export type CompletedPage = z.infer<typeof CompletedPage>;
/** What the list adds up to. */
export const CompletedTotals = z
  .object({
    completions: z.number().int(),
    people: z.number().int(),
    /** What was completed most, first. */
    courses: z.array(
      z.object({ courseId: Id, title: z.string(), completions: z.number().int(), people: z.number().int() }),
    ),
  })
  .meta({ id: 'CompletedTotals' });
export type CompletedTotals = z.infer<typeof CompletedTotals>;

const given = { ...OverviewFilter.shape, courseId: Id.optional(), activityId: Id.optional() };
/** What was begun and given up: in which course, and at which activity. */
export const GivenUpFilter = z.strictObject(given);
export type GivenUpFilter = z.infer<typeof GivenUpFilter>;
export const GivenUpQuery = PageQuery.extend(given);
export type GivenUpQuery = z.infer<typeof GivenUpQuery>;
export const GivenUpItem = z.object({
  personId: Id,
  name: z.string(),
  organisationName: z.string(),
  courseId: Id,
  title: z.string(),
  activityId: Id,
  activity: z.string(),
  /** The last day on which anything was done. */
  lastOn: CalendarDate,
});
export type GivenUpItem = z.infer<typeof GivenUpItem>;
/** Those who stopped last, first; each once at an activity. */
export const GivenUpPage = pageOf(GivenUpItem).meta({ id: 'GivenUpPage' });
export type GivenUpPage = z.infer<typeof GivenUpPage>;

export const AnsweredWronglyQuery = PageQuery.extend(OverviewFilter.shape);
export type AnsweredWronglyQuery = z.infer<typeof AnsweredWronglyQuery>;
/** Who answered a question wrongly the last time that they were asked it, wherever that was. */
export const AnsweredWronglyItem = z.object({
  personId: Id,
  name: z.string(),
  organisationName: z.string(),
  courseId: Id,
  title: z.string(),
  /** What it asks now. */
  question: z.string(),
  answeredOn: CalendarDate,
});
export type AnsweredWronglyItem = z.infer<typeof AnsweredWronglyItem>;
/** Those who were asked last, first. */
export const AnsweredWronglyPage = pageOf(AnsweredWronglyItem).meta({ id: 'AnsweredWronglyPage' });
export type AnsweredWronglyPage = z.infer<typeof AnsweredWronglyPage>;
