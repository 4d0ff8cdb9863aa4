import { z } from 'zod';
import { Id, Instant, PageQuery, shortText } from '../shared/common.js';

/** One call that a package made to its runtime, as it is remembered: long values are cut, `length` tells how long they were. */
export const RuntimeCall = z.strictObject({
  /** Counts the calls of one launch from 1. */
  n: z.number().int().min(1).max(1_000_000),
  /** The device's clock, only ever shown. */
  at: Instant,
  sco: z.string().max(400),
  /** The function's own name, such as `LMSSetValue` or `Commit`. */
  call: z.string().max(40),
  element: z.string().max(300),
  value: z.string().max(300),
  length: z.number().int().min(0),
  answer: z.string().max(300),
  /** The error number when it was refused, else empty. */
  error: z.string().max(10),
});
export type RuntimeCall = z.infer<typeof RuntimeCall>;

export const RuntimeLogRequest = z.strictObject({ calls: z.array(RuntimeCall).min(1).max(500) });
export type RuntimeLogRequest = z.infer<typeof RuntimeLogRequest>;

/** `full`: the log of this launch holds as much as it may; nothing more need be sent. */
export const RuntimeLogResult = z
  .object({ kept: z.number().int(), full: z.boolean() })
  .meta({ id: 'RuntimeLogResult' });
export type RuntimeLogResult = z.infer<typeof RuntimeLogResult>;

/** Everything that was remembered of one attempt, a launch after the other. */
export const RuntimeLog = z
  .object({
    attemptId: Id,
    courseId: Id,
    courseTitle: z.string(),
    activityTitle: z.string(),
    personId: Id,
    personName: z.string(),
    number: z.number().int(),
    startedAt: Instant,
    launches: z.array(
      z.object({
        launchId: Id,
        number: z.number().int(),
        startedAt: Instant,
        calls: z.array(RuntimeCall),
        /** When the server received the last of them; null when there is none. */
        receivedAt: Instant.nullable(),
        /** From this call on nothing more was kept; null when nothing was cut. */
        cutFrom: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'RuntimeLog' });
export type RuntimeLog = z.infer<typeof RuntimeLog>;

/** The lessons a person has begun, latest first. */
export const PersonAttempts = z
  .object({
    items: z.array(
      z.object({
        attemptId: Id,
        courseId: Id,
        courseTitle: z.string(),
        activityTitle: z.string(),
        number: z.number().int(),
        state: z.enum(['open', 'done', 'abandoned']),
        updatedAt: Instant,
      }),
    ),
  })
  .meta({ id: 'PersonAttempts' });
export type PersonAttempts = z.infer<typeof PersonAttempts>;
export const AttemptParams = z.strictObject({ courseId: Id, attemptId: Id });

/** What the browser says of the device; only for whoever looks for the fault. */
export const DeviceFacts = z.strictObject({
  userAgent: z.string().max(400),
  language: z.string().max(40),
  timeZone: z.string().max(60),
  /** CSS pixels, width × height. */
  screen: z.string().max(20),
  viewport: z.string().max(20),
  pixelRatio: z.number().min(0).max(20),
  online: z.boolean(),
  touch: z.boolean(),
  /** Entries that still waited on the device. */
  waiting: z.number().int().min(0),
});
export type DeviceFacts = z.infer<typeof DeviceFacts>;

/** The same `id` is the same report: it may be sent again when the answer got lost. */
export const ReportProblemRequest = z.strictObject({
  id: Id,
  words: shortText(4000),
  launchId: Id.nullable().default(null),
  device: DeviceFacts,
  /** The last calls of the visit, which the log of the launch may not hold yet. */
  calls: z.array(RuntimeCall).max(200).default([]),
});
export type ReportProblemRequest = z.infer<typeof ReportProblemRequest>;

export const ProblemState = z.enum(['open', 'closed']);
export type ProblemState = z.infer<typeof ProblemState>;
export const ProblemItem = z.object({
  id: Id,
  version: z.number().int(),
  activityId: Id,
  activityTitle: z.string(),
  versionNumber: z.number().int(),
  words: z.string(),
  personName: z.string(),
  device: DeviceFacts,
  state: ProblemState,
  createdAt: Instant,
  closedByName: z.string().nullable(),
  closedAt: Instant.nullable(),
});
export type ProblemItem = z.infer<typeof ProblemItem>;
/** One report with the log of its visit, as far as it is known. */
export const ReportedProblem = ProblemItem.extend({ calls: z.array(RuntimeCall) }).meta({ id: 'ReportedProblem' });
export type ReportedProblem = z.infer<typeof ReportedProblem>;
export const Problems = z
  .object({ items: z.array(ProblemItem), openCount: z.number().int(), nextCursor: z.string().nullable() })
  .meta({ id: 'Problems' });
export type Problems = z.infer<typeof Problems>;
export const ProblemQuery = PageQuery.extend({ state: ProblemState.optional() });
export type ProblemQuery = z.infer<typeof ProblemQuery>;
export const SettleProblemRequest = z.strictObject({ state: ProblemState });
export type SettleProblemRequest = z.infer<typeof SettleProblemRequest>;
