import { z } from 'zod';
import { StepKind, TaskDoer } from '../catalogue/paths.js';
import { CalendarDate, Id, Instant } from '../shared/common.js';

export const Standing = z.enum([
  'exempt',
  'expired',
  'overdue',
  'expiring',
  'valid',
  'in progress',
  'not started',
  'not required',
]);
export type Standing = z.infer<typeof Standing>;

export const RouteStop = z.object({
  /** The same step in every version of its path. */
  key: Id,
  kind: StepKind,
  /** Of a course. */
  courseId: Id.nullable(),
  title: z.string(),
  stage: z.string(),
  dayOffset: z.number().int(),
  minutes: z.number().int().nullable(),
  state: z.enum(['done', 'here', 'next', 'blocked']),
  doneOn: CalendarDate.nullable(),
  dueOn: CalendarDate.nullable(),
  opensOn: CalendarDate.nullable(),
  /** What must be done first, when that is why it is blocked. */
  opensAfter: z.string().nullable(),
  /** The last day on which the person is exempt from it, where they are today and it is not done. */
  exemptUntil: CalendarDate.nullable(),
  optional: z.boolean(),
  /** One of "any `need` of `of`" in its stage; `made` when enough of them are done. */
  choice: z.object({ key: Id, need: z.number().int(), of: z.number().int(), made: z.boolean() }).nullable(),
  inPersonOnly: z.boolean(),
  /** Of a task: who does it. The name is null for the People Team, and while nobody is chosen. */
  task: z
    .object({ id: Id.nullable(), doer: TaskDoer, doerName: z.string().nullable(), instructions: z.string() })
    .nullable(),
});
export type RouteStop = z.infer<typeof RouteStop>;

/** One path a person is on. */
export const Route = z.object({
  enrolmentId: Id,
  title: z.string(),
  kind: z.string(),
  startsOn: CalendarDate,
  opensOn: CalendarDate,
  organisationName: z.string(),
  /** Who is the buddy on this path, when the path has something for one to do; and whether the reader may choose. */
  buddy: z.object({ personId: Id.nullable(), name: z.string().nullable(), mayChoose: z.boolean() }).nullable(),
  stops: z.array(RouteStop),
});
export type Route = z.infer<typeof Route>;

const CourseRef = z.object({ courseId: Id, title: z.string() });

export const DueItem = z.object({
  courseId: Id,
  title: z.string(),
  standing: Standing,
  /** False of what somebody holds and may renew, and nobody asks for. */
  required: z.boolean(),
  dueOn: CalendarDate.nullable(),
  validUntil: CalendarDate.nullable(),
  minutes: z.number().int().nullable(),
  percent: z.number().int().nullable(),
  inPersonOnly: z.boolean(),
  /** Of one that happens in person: the next session that one is booked for, or else waits for; null without one. */
  booked: z.object({ sessionId: Id, startsAt: Instant, waiting: z.boolean() }).nullable(),
  /** Why a course that was finished is asked for again: a document in it has a new revision. */
  revision: z.object({ title: z.string(), publishedOn: CalendarDate }).nullable(),
  /**
   * Of a course that was valid once and has a refresher: what renews it today. `remainder` is what comes on top of the
   * refresher after a lapse. Null of every other.
   */
  renewal: z
    .object({
      needs: z.enum(['refresher', 'refresher-and-remainder', 'full']),
      refresher: CourseRef,
      remainder: CourseRef.nullable(),
    })
    .nullable(),
  /** Of a refresher that is asked for by itself: the title of the course that it renews. */
  refreshes: z.string().nullable(),
});
export type DueItem = z.infer<typeof DueItem>;

export const Today = z
  .object({
    today: CalendarDate,
    knownAs: z.string(),
    name: z.string(),
    jobRole: z.string().nullable(),
    organisationName: z.string().nullable(),
    firstDay: CalendarDate.nullable(),
    /**
     * Where the last day is near and no employment goes on: the last day on which they can sign in, and the address that a
     * link to their record is sent to on the day after; null without one.
     */
    leaving: z.object({ accessEndsOn: CalendarDate, linkTo: z.string().nullable() }).nullable(),
    /** The one next thing; null when nothing can be done now. */
    next: DueItem.extend({ stoppedAt: z.string().nullable(), activityId: Id.nullable() }).nullable(),
    routes: z.array(Route),
    due: z.array(DueItem),
    counts: z.record(Standing, z.number().int()),
  })
  .meta({ id: 'Today' });
export type Today = z.infer<typeof Today>;

export const RecordItem = z.object({
  courseId: Id,
  code: z.string(),
  title: z.string(),
  standing: Standing,
  completedOn: CalendarDate.nullable(),
  validUntil: CalendarDate.nullable(),
  dueOn: CalendarDate.nullable(),
});
/**
 * What lies behind a fact (how, by whom, the score) is null for an employer in whose time it was not recorded.
 */
export const CompletionItem = z.object({
  seq: z.number().int(),
  /** The entry on whose chain it stands: the person's own, or one that was merged into it. */
  chainId: Id,
  courseId: Id,
  title: z.string(),
  versionNumber: z.number().int(),
  completedOn: CalendarDate,
  validUntil: CalendarDate.nullable(),
  source: z.string().nullable(),
  recordedAt: Instant.nullable(),
  recordedByName: z.string().nullable(),
  score: z.number().nullable(),
  note: z.string().nullable(),
  revoked: z.boolean(),
  /** Why it was taken back. */
  revokedWhy: z.object({ reasonCode: z.string(), on: CalendarDate, note: z.string().nullable() }).nullable(),
  /** The serial of its certificate, while there is one that was not taken back. */
  certificate: z.string().nullable(),
  hash: z.string().nullable(),
  /** Of what was counted from something else: from what, of which day and until when, and by which version of what. */
  through: z
    .object({
      source: z.object({
        kind: z.enum(['card', 'company-course', 'course']),
        by: z.string().nullable(),
        title: z.string(),
      }),
      on: CalendarDate,
      until: CalendarDate.nullable(),
      /** The course that was left to be done. */
      remainder: z.string().nullable(),
      equivalenceId: Id,
      number: z.number().int(),
    })
    .nullable(),
});
/** A card or certificate from outside that somebody checked. */
export const RecordEvidence = z.object({
  id: Id,
  courseTitle: z.string(),
  issuer: z.string(),
  /** For the person alone. */
  number: z.string().nullable(),
  issuedOn: CalendarDate,
  expiresOn: CalendarDate.nullable(),
  checkedOn: CalendarDate,
  checkedByName: z.string(),
});
/** What somebody has brought from outside, as somebody recorded it. */
export const RecordOutside = z.object({
  id: Id,
  kind: z.enum(['card', 'company-course']),
  /** Who issued it; the company. */
  by: z.string(),
  title: z.string(),
  /** For the person alone. */
  reference: z.string().nullable(),
  awardedOn: CalendarDate,
  expiresOn: CalendarDate.nullable(),
  recordedOn: CalendarDate,
  recordedByName: z.string().nullable(),
  /** Whether it counts as something. */
  counts: z.boolean(),
  takenBack: z.boolean(),
});
export const PersonRecord = z
  .object({
    personId: Id,
    name: z.string(),
    organisationName: z.string().nullable(),
    jobRole: z.string().nullable(),
    today: CalendarDate,
    /** False for an employer, who sees the courses that their own reasons ask for. */
    whole: z.boolean(),
    /** `asked`: whether it is, or ever was, asked of them, so that there is a why. */
    courses: z.array(RecordItem.extend({ asked: z.boolean() })),
    completions: z.array(CompletionItem),
    evidence: z.array(RecordEvidence),
    outside: z.array(RecordOutside),
    routes: z.array(Route),
  })
  .meta({ id: 'PersonRecord' });
export type PersonRecord = z.infer<typeof PersonRecord>;

/** A moment on London's clocks, `2026-05-14T09:00`; as it was known then, or as it is known now. */
export const AsOfQuery = z.strictObject({
  at: z.string().regex(/^(20[0-9]{2})-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/),
  known: z.enum(['then', 'now']).default('then'),
});
export type AsOfQuery = z.infer<typeof AsOfQuery>;
export const RecordAsOf = z
  .object({
    at: z.string(),
    known: z.enum(['then', 'now']),
    courses: z.array(RecordItem),
  })
  .meta({ id: 'RecordAsOf' });
export type RecordAsOf = z.infer<typeof RecordAsOf>;
