import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';
import { ActivitySettings } from './activity-settings.js';
import { EngagementAudience } from './audience.js';
import { Renewal } from './renewal.js';

export const ActivityKind = z.enum([
  'scorm12',
  'scorm2004',
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
export type ActivityKind = z.infer<typeof ActivityKind>;
export const VersionState = z.enum(['draft', 'in-review', 'published', 'retired']);
export type VersionState = z.infer<typeof VersionState>;

/** Of a package with several lessons: whether every one has to fulfil the rule (the default) or one is enough. */
const of = z.enum(['all', 'any']).optional();
export const CompletionRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('completed'), of }),
  z.strictObject({ kind: z.literal('passed'), of }),
  z.strictObject({ kind: z.literal('completed-or-passed'), of }),
  z.strictObject({ kind: z.literal('score'), atLeast: z.number().min(0).max(100), of }),
]);
export type CompletionRule = z.infer<typeof CompletionRule>;

/**
 * Who reads a document again whose file is another one than in the version before: everyone from whom the course is required
 * or who is in it · only who has not finished the course yet · nobody, what was acknowledged counts.
 */
export const ReadAgain = z.enum(['everyone', 'unfinished', 'nobody']);
export type ReadAgain = z.infer<typeof ReadAgain>;

/** All of them travel in the token that reads a package, so they are few and short. */
const MOST_OUTSIDE_HOSTS = 10;
const OutsideHost = z.string().trim().toLowerCase().min(1).max(80);

export const Captions = z.object({ language: z.string(), label: z.string(), sha256: z.string() });
export const Activity = z.object({
  id: Id,
  /** Counts its edits, for If-Match. */
  version: z.number().int(),
  position: z.number().int(),
  kind: ActivityKind,
  title: z.string(),
  minutes: z.number().int().nullable(),
  fileName: z.string().nullable(),
  summary: z.string().nullable(),
  /** Of its file: `/__waymark/file/{sha256}` on the library's host. */
  sha256: z.string().nullable(),
  /** Of a video: the picture that stands there before it plays, by its SHA-256. */
  poster: z.string().nullable(),
  completionRule: CompletionRule.nullable(),
  captions: z.array(Captions),
  /** A video without speech needs no captions. */
  noSpeech: z.boolean(),
  /** Of a package: how many lessons it has. */
  lessons: z.number().int().nullable(),
  /** Of a package: hosts outside this installation that it may use, such as `media.example.org` or `*.example.org`. */
  outsideHosts: z.array(z.string()),
  /** Of a document. */
  readAgain: ReadAgain,
  /** Its file is not the one that was published last, so that it matters who reads it again. */
  revised: z.boolean(),
  settings: ActivitySettings.nullable(),
});
export type Activity = z.infer<typeof Activity>;

export const CourseVersion = z
  .object({
    id: Id,
    courseId: Id,
    number: z.number().int(),
    state: VersionState,
    change: z.enum(['major', 'minor']),
    /** Of a major version: what people do who began an earlier one. */
    begun: z.enum(['finish', 'restart']),
    /** The last day on which the earlier version can be finished; null when it ends as they like. */
    oldEndsOn: CalendarDate.nullable(),
    /** What is new, for learners. */
    news: z.string(),
    version: z.number().int(),
    validityMonths: z.number().int().nullable(),
    renewal: Renewal,
    /** The refresher and the remainder, by name. */
    renewalCourses: z.array(z.object({ id: Id, title: z.string() })),
    minutes: z.number().int(),
    activities: z.array(Activity),
    createdByName: z.string().nullable(),
    submittedById: Id.nullable(),
    submittedByName: z.string().nullable(),
    submittedAt: Instant.nullable(),
    approvedByName: z.string().nullable(),
    publishedAt: Instant.nullable(),
    returnedReason: z.string().nullable(),
  })
  .meta({ id: 'CourseVersion' });
export type CourseVersion = z.infer<typeof CourseVersion>;

export const CourseItem = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  mandatory: z.boolean(),
  /** Others are made from it; it is not taught itself. */
  template: z.boolean(),
  topics: z.array(z.string()),
  publishedNumber: z.number().int().nullable(),
  openVersion: z.object({ id: Id, number: z.number().int(), state: VersionState }).nullable(),
  minutes: z.number().int().nullable(),
  validityMonths: z.number().int().nullable(),
  activityKinds: z.array(ActivityKind),
});
export type CourseItem = z.infer<typeof CourseItem>;
export const CoursePage = pageOf(CourseItem).meta({ id: 'CoursePage' });
export type CoursePage = z.infer<typeof CoursePage>;
export const CourseQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  state: VersionState.optional(),
  /** Only templates; without it there are none among the courses. */
  template: z.literal('true').optional(),
});

/** Who finds it in the catalogue: everyone, the people of its audience, or only those who have it already. */
export const CourseVisibility = z.enum(['everyone', 'audience', 'hidden']);
export type CourseVisibility = z.infer<typeof CourseVisibility>;

export const Course = z
  .object({
    id: Id,
    version: z.number().int(),
    code: z.string(),
    title: z.string(),
    summary: z.string(),
    topics: z.array(z.string()),
    /** The Alliance outcome it serves. */
    outcome: z.string().nullable(),
    visibility: CourseVisibility,
    audience: EngagementAudience,
    /** Whoever sees it may begin it by their own wish. */
    selfEnrolment: z.boolean(),
    mandatory: z.boolean(),
    givesCertificate: z.boolean(),
    /** True when an onboarding path uses the course: then `mandatory` cannot be taken off. */
    mandatoryForced: z.boolean(),
    ownerName: z.string().nullable(),
    /** Others are made from it; it is not taught itself. */
    template: z.boolean(),
    copiedFrom: z.object({ id: Id, title: z.string() }).nullable(),
    versions: z.array(CourseVersion),
  })
  .meta({ id: 'Course' });
export type Course = z.infer<typeof Course>;

export const SaveCourseRequest = z.strictObject({
  code: shortText(20),
  title: shortText(120),
  summary: z.string().trim().max(2000).default(''),
  topics: z.array(shortText(40)).max(10).default([]),
  outcome: shortText(80).nullable().default(null),
  visibility: CourseVisibility.default('everyone'),
  /** Counts only where the visibility is `audience`. */
  audience: EngagementAudience.default({ organisationKinds: [], employmentGroups: [] }),
  selfEnrolment: z.boolean().default(false),
  mandatory: z.boolean().default(false),
  /** Of completions from now on; certificates that were given stay. */
  givesCertificate: z.boolean().default(true),
});
export type SaveCourseRequest = z.infer<typeof SaveCourseRequest>;

export const SaveVersionRequest = z.strictObject({
  validityMonths: z.number().int().min(1).max(600).nullable(),
  minutes: z.number().int().min(0).max(60000),
  change: z.enum(['major', 'minor']).default('major'),
  begun: z.enum(['finish', 'restart']).default('finish'),
  /** A week ahead at least. */
  oldEndsOn: CalendarDate.nullable().default(null),
  news: z.string().trim().max(1000).default(''),
  /** Without it what stands is kept. */
  renewal: Renewal.optional(),
});
export type SaveVersionRequest = z.infer<typeof SaveVersionRequest>;

export const AddActivityRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('upload'), uploadId: Id, title: shortText(120) }),
  /** A package, video or document of the library, as it is now. */
  z.strictObject({ kind: z.literal('resource'), resourceId: Id, title: shortText(120) }),
  z.strictObject({
    kind: z.literal('in-person'),
    title: shortText(120),
    minutes: z.number().int().min(1).max(60000).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('settings'),
    title: shortText(120),
    minutes: z.number().int().min(1).max(60000).nullable().default(null),
    settings: ActivitySettings,
  }),
]);
export type AddActivityRequest = z.infer<typeof AddActivityRequest>;
export const SaveActivityRequest = z.strictObject({
  title: shortText(120),
  minutes: z.number().int().min(1).max(60000).nullable().default(null),
  completionRule: CompletionRule.nullable().default(null),
  noSpeech: z.boolean().default(false),
  /** Of a document. Null keeps what stands. */
  readAgain: ReadAgain.nullable().default(null),
  /** Null keeps what stands; the kind cannot change. */
  settings: ActivitySettings.nullable().default(null),
  /** Of a package: exact names or `*.example.org`, reached by https. Null keeps what stands. */
  outsideHosts: z.array(OutsideHost).max(MOST_OUTSIDE_HOSTS).nullable().default(null),
});
export type SaveActivityRequest = z.infer<typeof SaveActivityRequest>;
/** Another file of the same kind in the place of an activity's. Its title, rule and captions stay. */
export const ReplaceFileRequest = z.strictObject({ uploadId: Id, readAgain: ReadAgain.default('nobody') });
export type ReplaceFileRequest = z.infer<typeof ReplaceFileRequest>;
/** The upload of a picture, for a video to begin with; null takes the picture away. */
export const SavePosterRequest = z.strictObject({ uploadId: Id.nullable() });
export type SavePosterRequest = z.infer<typeof SavePosterRequest>;
export const CaptionsParams = z.object({ id: Id, language: z.string().max(10) });
export const AddCaptionsRequest = z.strictObject({
  uploadId: Id,
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  label: shortText(40),
});
export const OrderActivitiesRequest = z.strictObject({ activityIds: z.array(Id).min(1).max(100) });
export const ReturnRequest = z.strictObject({ reason: shortText(1000) });

/** Something that waits for a second person. */
export const ReviewItem = z.object({
  kind: z.enum(['course', 'path']),
  id: Id,
  versionId: Id,
  title: z.string(),
  number: z.number().int(),
  submittedByName: z.string(),
  submittedAt: Instant,
  mine: z.boolean(),
});
export const Reviews = z.object({ items: z.array(ReviewItem) }).meta({ id: 'Reviews' });
export type Reviews = z.infer<typeof Reviews>;
