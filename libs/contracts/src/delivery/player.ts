import { z } from 'zod';
import { CalendarDate, Id, Instant, shortText } from '../shared/common.js';
import { LearnerSettings } from '../catalogue/activity-settings.js';
import { ActivityKind } from '../catalogue/courses.js';
import { ResourceKind } from '../catalogue/resources.js';

export const OutlineState = z.enum(['done', 'here', 'next', 'blocked']);

/** A course as its learner sees it: the activities in order, and where they are. */
export const CourseOutline = z
  .object({
    courseId: Id,
    courseVersionId: Id,
    title: z.string(),
    summary: z.string(),
    number: z.number().int(),
    minutes: z.number().int(),
    dueOn: CalendarDate.nullable(),
    completedOn: CalendarDate.nullable(),
    validUntil: CalendarDate.nullable(),
    /** A version that came out after the one that the learner is on and has not finished. */
    newer: z
      .object({
        courseVersionId: Id,
        number: z.number().int(),
        /** What is new, in its author's words; may be empty. */
        news: z.string(),
        publishedOn: CalendarDate,
        /** Minor: nothing changes for who has begun. Major: they may go on or begin it anew. */
        change: z.enum(['major', 'minor']),
        begun: z.enum(['finish', 'restart']),
        /** The last day on which what was begun can be finished; null when there is none. */
        endsOn: CalendarDate.nullable(),
      })
      .nullable(),
    /** An earlier version that the learner had begun and that has ended by its date. */
    ended: z.object({ number: z.number().int(), on: CalendarDate }).nullable(),
    /** Documents that the learner acknowledged and that have a new revision to read. */
    revisions: z.array(
      z.object({
        title: z.string(),
        publishedOn: CalendarDate,
        /** When the earlier one was acknowledged. */
        readOn: CalendarDate,
        /** True while something that was begun keeps the learner on the version before it. */
        later: z.boolean(),
      }),
    ),
    activities: z.array(
      z.object({
        id: Id,
        kind: ActivityKind,
        title: z.string(),
        minutes: z.number().int().nullable(),
        state: OutlineState,
        doneAt: Instant.nullable(),
        /** 0 to 100 when the activity tells how far it is. */
        percent: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'CourseOutline' });
export type CourseOutline = z.infer<typeof CourseOutline>;

/** The version that the learner was told of. */
export const StartNewVersionRequest = z.strictObject({ courseVersionId: Id });

/** Who is in the middle of a version before this one: the people, and of activities what they finished and what they have begun. */
export const InTheMiddle = z
  .object({ people: z.number().int(), done: z.number().int(), begun: z.number().int() })
  .meta({ id: 'InTheMiddle' });
export type InTheMiddle = z.infer<typeof InTheMiddle>;

/** Seconds of a video that have been played: sorted, disjoint, half open. */
export const CoveredRanges = z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])).max(500);

/** A file that stands in a page, on the page's content host. */
export const PageFile = z.object({
  id: Id,
  kind: ResourceKind,
  name: z.string(),
  path: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  seconds: z.number().nullable(),
  /** Of a picture, in pixels. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Of a film. */
  captions: z.array(z.object({ language: z.string(), label: z.string(), path: z.string() })),
});
export type PageFile = z.infer<typeof PageFile>;

/**
 * The first of two steps: where the content is and a token to read it. No launch begins, so nothing is taken over yet;
 * leftovers of an earlier visit can be handed in before the state is read.
 */
export const OpenedActivity = z
  .object({
    attemptId: Id,
    activityId: Id,
    courseId: Id,
    courseTitle: z.string(),
    kind: ActivityKind,
    title: z.string(),
    /** `http://<label>.host`, the origin of this person's copy of the content; null when recorded in person. */
    contentOrigin: z.string().nullable(),
    /** Reads the content on that origin for `contentTokenSeconds`. */
    contentToken: z.string().nullable(),
    contentTokenSeconds: z.number().int().nullable(),
    /** `document` and `video`: the file; otherwise null. */
    file: z
      .object({
        path: z.string(),
        mediaType: z.string(),
        sha256: z.string(),
        size: z.number().int(),
        name: z.string(),
        seconds: z.number().nullable(),
        pages: z.number().int().nullable(),
      })
      .nullable(),
    /** `video`: the picture to show before it plays. */
    poster: z.string().nullable(),
    captions: z.array(z.object({ language: z.string(), label: z.string(), path: z.string() })),
    /** `page`: the pictures, films and files in it, by the `data-file` of its text. */
    files: z.array(PageFile),
    scos: z.array(
      z.object({
        identifier: z.string(),
        title: z.string(),
        href: z.string(),
        /** False for a plain page of the package, which never says that it is done: being opened is all it can do. */
        reports: z.boolean(),
      }),
    ),
    /** Of the kinds without an uploaded file. */
    settings: LearnerSettings.nullable(),
    done: z.boolean(),
    doneAt: Instant.nullable(),
  })
  .meta({ id: 'OpenedActivity' });
export type OpenedActivity = z.infer<typeof OpenedActivity>;

/** The second step: from now on this launch writes and older ones cannot. */
export const Launch = z
  .object({
    launchId: Id,
    attemptId: Id,
    number: z.number().int(),
    /** Appends to this launch only; goes on after the sign-in has ended. */
    commitToken: z.string(),
    learner: z.object({ id: z.string(), name: z.string() }),
    /** One entry a SCO (or one with the key `main` for video and document): the element map to resume from. */
    states: z.array(
      z.object({
        sco: z.string(),
        elements: z.record(z.string(), z.string()),
        entry: z.enum(['ab-initio', 'resume', '']),
        /** Hundredths of a second, all sessions before this one. */
        totalTime: z.number().int(),
        /** 1.2: mastery score, 0 to 100. 2004: scaled passing score, -1 to 1. */
        masteryScore: z.number().nullable(),
        dataFromLms: z.string().nullable(),
        /** As the standard writes it. */
        maxTimeAllowed: z.string().nullable(),
        timeLimitAction: z.string().nullable(),
        /** 2004: progress that counts as complete, 0 to 1. */
        completionThreshold: z.number().nullable(),
        done: z.boolean(),
      }),
    ),
    covered: CoveredRanges,
    position: z.number(),
  })
  .meta({ id: 'Launch' });
export type Launch = z.infer<typeof Launch>;

/**
 * One numbered thing the content did. The same `seq` is always the same entry: it can be sent over two ways and twice.
 * SCORM: `set` holds elements and their new values. Video: `covered` holds newly played ranges and `position`.
 */
export const CommitEntry = z.strictObject({
  seq: z.number().int().min(1).max(1_000_000),
  sco: z.string().max(400).default('main'),
  /** The device's clock, only ever shown, never used to order. */
  at: Instant,
  set: z.record(z.string().max(255), z.string().max(70_000)).optional(),
  covered: CoveredRanges.optional(),
  position: z.number().min(0).max(1_000_000).optional(),
  /** The content said that it is finished with this visit. */
  ended: z.boolean().optional(),
});
export type CommitEntry = z.infer<typeof CommitEntry>;
export const CommitRequest = z.strictObject({ entries: z.array(CommitEntry).min(1).max(200) });
export type CommitRequest = z.infer<typeof CommitRequest>;

/** The same from inside the content frame, whose last words cannot carry headers. */
export const FrameCommitRequest = CommitRequest.extend({ launchId: Id, commitToken: z.string().min(20).max(1000) });
export type FrameCommitRequest = z.infer<typeof FrameCommitRequest>;

export const CommitResult = z
  .object({
    /** The numbers of this request that are kept; each can be forgotten by the sender. */
    acknowledged: z.array(z.number().int()),
    /** Another window took over: it may still report a completion but changes nothing else. */
    superseded: z.boolean(),
    activityDone: z.boolean(),
    courseDone: z.boolean(),
  })
  .meta({ id: 'CommitResult' });
export type CommitResult = z.infer<typeof CommitResult>;

export const ContentToken = z
  .object({ contentToken: z.string(), contentTokenSeconds: z.number().int() })
  .meta({ id: 'ContentToken' });
export type ContentToken = z.infer<typeof ContentToken>;

export const AcknowledgeRequest = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: shortText(160) });
export type AcknowledgeRequest = z.infer<typeof AcknowledgeRequest>;

/** "I have read this" of a page or a link; with a link, the sentence that was confirmed. */
export const DoneRequest = z.strictObject({ statement: shortText(300).optional() });
export type DoneRequest = z.infer<typeof DoneRequest>;

/** A trainer records who did an activity in person. */
export const RecordInPersonRequest = z.strictObject({
  personIds: z.array(Id).min(1).max(200),
  completedOn: CalendarDate,
  note: z.string().trim().max(1000).default(''),
});
export type RecordInPersonRequest = z.infer<typeof RecordInPersonRequest>;
export const RecordInPersonResult = z
  .object({ recorded: z.number().int(), already: z.number().int() })
  .meta({ id: 'RecordInPersonResult' });
