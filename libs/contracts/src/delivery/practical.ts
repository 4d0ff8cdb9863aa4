import { z } from 'zod';
import { PracticalSettings } from '../catalogue/activity-settings.js';
import { CalendarDate, Id, Instant, pageOf, PageQuery } from '../shared/common.js';

/** What an assessor says about one item of the checklist; null in `met` is not looked at yet. */
export const ItemResult = z.strictObject({
  itemId: Id,
  met: z.boolean().nullable(),
  note: z.string().trim().max(1000).default(''),
});
export type ItemResult = z.infer<typeof ItemResult>;

export const PracticalPhoto = z.object({
  id: Id,
  itemId: Id.nullable(),
  /** Readable for an hour, on a content host: this picture and nothing else. */
  address: z.string(),
  addedAt: Instant,
});
export type PracticalPhoto = z.infer<typeof PracticalPhoto>;

/** A signed assessment. It never changes; a second look is a second one. */
export const SignOff = z.object({
  id: Id,
  passed: z.boolean(),
  signedAt: Instant,
  assessorName: z.string(),
  results: z.array(ItemResult),
  note: z.string(),
  photos: z.array(PracticalPhoto),
});
export type SignOff = z.infer<typeof SignOff>;

/** A practical as its learner sees it. */
export const PracticalStatus = z
  .object({
    attemptId: Id,
    /** Who may sign: every trainer who sees them, line managers by name, people that the course names. */
    signers: z.object({ trainers: z.boolean(), lineManagers: z.array(z.string()), named: z.array(z.string()) }),
    asked: z.object({ at: Instant, note: z.string() }).nullable(),
    /** Newest first. */
    signOffs: z.array(SignOff),
    done: z.boolean(),
    courseDone: z.boolean(),
  })
  .meta({ id: 'PracticalStatus' });
export type PracticalStatus = z.infer<typeof PracticalStatus>;

export const AskSignOffRequest = z.strictObject({ note: z.string().trim().max(500).default('') });
export type AskSignOffRequest = z.infer<typeof AskSignOffRequest>;

/** One thing to assess: somebody asked, or the assessor has begun. */
export const ToAssessItem = z.object({
  personId: Id,
  name: z.string(),
  organisationName: z.string().nullable(),
  jobRole: z.string().nullable(),
  activityId: Id,
  activityTitle: z.string(),
  courseTitle: z.string(),
  askedAt: Instant.nullable(),
  note: z.string(),
  dueOn: CalendarDate.nullable(),
  /** The assessor's own draft, when there is one. */
  assessmentId: Id.nullable(),
});
export type ToAssessItem = z.infer<typeof ToAssessItem>;
export const ToAssessPage = pageOf(ToAssessItem).meta({ id: 'ToAssessPage' });
export type ToAssessPage = z.infer<typeof ToAssessPage>;
export const ToAssessQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });
export type ToAssessQuery = z.infer<typeof ToAssessQuery>;

/** People found by name, for starting without being asked, or for sending evidence. */
export const FoundPeople = z
  .object({
    items: z.array(
      z.object({ id: Id, name: z.string(), organisationName: z.string().nullable(), jobRole: z.string().nullable() }),
    ),
  })
  .meta({ id: 'FoundPeople' });
export type FoundPeople = z.infer<typeof FoundPeople>;
export const FindPeopleQuery = z.strictObject({ q: z.string().trim().max(100).default('') });
export type FindPeopleQuery = z.infer<typeof FindPeopleQuery>;

/** The practicals that the asking assessor may sign for one person. */
export const PracticalChoices = z
  .object({
    items: z.array(
      z.object({
        activityId: Id,
        activityTitle: z.string(),
        courseTitle: z.string(),
        /** The course is asked of the person. */
        required: z.boolean(),
        /** Passed and still counting; it cannot be assessed again before its renewal. */
        doneOn: CalendarDate.nullable(),
      }),
    ),
  })
  .meta({ id: 'PracticalChoices' });
export type PracticalChoices = z.infer<typeof PracticalChoices>;

/** `id` is made by the client, so that beginning twice is once. */
export const BeginAssessmentRequest = z.strictObject({ id: Id, personId: Id, activityId: Id });
export type BeginAssessmentRequest = z.infer<typeof BeginAssessmentRequest>;

/** One assessment on the assessor's screen: a draft of theirs, or what was signed. */
export const AssessmentSheet = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    organisationName: z.string().nullable(),
    jobRole: z.string().nullable(),
    courseTitle: z.string(),
    activityTitle: z.string(),
    settings: PracticalSettings.omit({ assessors: true }),
    /** What the learner wrote when asking. */
    askedNote: z.string(),
    assessorName: z.string(),
    version: z.number().int(),
    results: z.array(ItemResult),
    note: z.string(),
    photos: z.array(PracticalPhoto),
    signed: z.object({ at: Instant, passed: z.boolean() }).nullable(),
    /** Somebody else signed meanwhile, or the course was taken away: nothing can be signed here any more. */
    closed: z.boolean(),
  })
  .meta({ id: 'AssessmentSheet' });
export type AssessmentSheet = z.infer<typeof AssessmentSheet>;

export const SaveAssessmentRequest = z.strictObject({
  results: z.array(ItemResult).max(60),
  note: z.string().trim().max(2000).default(''),
});
export type SaveAssessmentRequest = z.infer<typeof SaveAssessmentRequest>;
export const SavedAssessment = z.object({ version: z.number().int() }).meta({ id: 'SavedAssessment' });
export type SavedAssessment = z.infer<typeof SavedAssessment>;

/** The last results go along, so that what is signed is what the assessor sees. */
export const SignAssessmentRequest = SaveAssessmentRequest;
export type SignAssessmentRequest = z.infer<typeof SignAssessmentRequest>;
export const SignedAssessment = z
  .object({ id: Id, passed: z.boolean(), courseDone: z.boolean() })
  .meta({ id: 'SignedAssessment' });
export type SignedAssessment = z.infer<typeof SignedAssessment>;

export const PhotoParams = z.strictObject({ id: Id, photoId: Id });
export const AddPhotoQuery = z.strictObject({ itemId: Id.optional() });

/** Names of the people whom a practical names as its assessors, for its authors. */
export const NamedAssessors = z
  .object({ items: z.array(z.object({ id: Id, name: z.string() })) })
  .meta({ id: 'NamedAssessors' });
export type NamedAssessors = z.infer<typeof NamedAssessors>;
