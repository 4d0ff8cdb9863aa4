import { z } from 'zod';
import { EvidenceSettings } from '../catalogue/activity-settings.js';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

/** `waiting` for a check; `replaced` by a newer one of the same attempt before it was checked. */
export const EvidenceState = z.enum(['waiting', 'accepted', 'returned', 'replaced']);
export type EvidenceState = z.infer<typeof EvidenceState>;

export const EvidenceFile = z.object({
  name: z.string(),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
  size: z.number().int(),
  /** Readable for an hour, on a content host: this file and nothing else. */
  address: z.string(),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** One card or certificate as it was sent, and what became of it. */
export const EvidenceItem = z.object({
  id: Id,
  state: EvidenceState,
  issuer: z.string(),
  number: z.string(),
  issuedOn: CalendarDate,
  expiresOn: CalendarDate.nullable(),
  file: EvidenceFile.nullable(),
  submittedAt: Instant,
  submittedByName: z.string(),
  check: z
    .object({
      at: Instant,
      byName: z.string(),
      /** The reason of a return; what was corrected when it was accepted. */
      note: z.string(),
      /** As accepted: dates can have been corrected. */
      issuedOn: CalendarDate,
      expiresOn: CalendarDate.nullable(),
    })
    .nullable(),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/** An evidence activity as its learner, or whoever sends for them, sees it. Newest first. */
export const EvidenceStatus = z
  .object({
    personId: Id,
    name: z.string(),
    activityId: Id,
    activityTitle: z.string(),
    courseId: Id,
    courseTitle: z.string(),
    settings: EvidenceSettings,
    validityMonths: z.number().int().nullable(),
    items: z.array(EvidenceItem),
    done: z.boolean(),
    courseDone: z.boolean(),
  })
  .meta({ id: 'EvidenceStatus' });
export type EvidenceStatus = z.infer<typeof EvidenceStatus>;

export const EvidenceFileQuery = z.strictObject({ name: z.string().trim().min(1).max(255) });
export type EvidenceFileQuery = z.infer<typeof EvidenceFileQuery>;
export const StoredEvidenceFile = z
  .object({ id: Id, name: z.string(), mediaType: z.string(), size: z.number().int() })
  .meta({ id: 'StoredEvidenceFile' });
export type StoredEvidenceFile = z.infer<typeof StoredEvidenceFile>;

/** `id` is made by the client: sending twice is once. Dates are checked by the API, each with a sentence. */
export const SubmitEvidenceRequest = z.strictObject({
  id: Id,
  personId: Id,
  activityId: Id,
  issuer: shortText(120),
  number: z.string().trim().max(80).default(''),
  issuedOn: CalendarDate,
  expiresOn: CalendarDate.nullable(),
  fileId: Id.nullable(),
});
export type SubmitEvidenceRequest = z.infer<typeof SubmitEvidenceRequest>;

export const EvidenceStatusParams = z.strictObject({ personId: Id, activityId: Id });

/** What waits for a verifier (`to-check`), or what the asking person sent for others (`sent`). */
export const EvidenceQuery = PageQuery.extend({
  list: z.enum(['to-check', 'sent']).default('to-check'),
  q: z.string().trim().max(100).optional(),
  /** Of people who work there, with the tiers below it, or will. */
  organisationId: Id.optional(),
  schemeId: Id.optional(),
});
export type EvidenceQuery = z.infer<typeof EvidenceQuery>;
export const EvidenceQueueItem = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  organisationName: z.string().nullable(),
  activityId: Id,
  courseTitle: z.string(),
  issuer: z.string(),
  state: EvidenceState,
  expiresOn: CalendarDate.nullable(),
  submittedAt: Instant,
  submittedByName: z.string(),
  /** Of a return. */
  reason: z.string().nullable(),
});
export type EvidenceQueueItem = z.infer<typeof EvidenceQueueItem>;
export const EvidencePage = pageOf(EvidenceQueueItem).meta({ id: 'EvidencePage' });
export type EvidencePage = z.infer<typeof EvidencePage>;

/** One submission before its verifier: what was typed beside what was sent. */
export const EvidenceSheet = z
  .object({
    personId: Id,
    name: z.string(),
    organisationName: z.string().nullable(),
    jobRole: z.string().nullable(),
    activityTitle: z.string(),
    courseTitle: z.string(),
    settings: EvidenceSettings,
    validityMonths: z.number().int().nullable(),
    item: EvidenceItem,
    /** False for the learner and for whoever sent it. */
    canCheck: z.boolean(),
  })
  .meta({ id: 'EvidenceSheet' });
export type EvidenceSheet = z.infer<typeof EvidenceSheet>;

/** Dates as the verifier reads them on the card; when they differ from what was typed, the note says why. */
export const AcceptEvidenceRequest = z.strictObject({
  issuedOn: CalendarDate,
  expiresOn: CalendarDate.nullable(),
  note: z.string().trim().max(1000).default(''),
});
export type AcceptEvidenceRequest = z.infer<typeof AcceptEvidenceRequest>;
export const ReturnEvidenceRequest = z.strictObject({ reason: shortText(1000) });
export type ReturnEvidenceRequest = z.infer<typeof ReturnEvidenceRequest>;
export const EvidenceChecked = z
  .object({ state: EvidenceState, courseDone: z.boolean(), validUntil: CalendarDate.nullable() })
  .meta({ id: 'EvidenceChecked' });
export type EvidenceChecked = z.infer<typeof EvidenceChecked>;

/** The evidence activities of one person, for somebody who may send for them. */
export const EvidenceChoices = z
  .object({
    items: z.array(
      z.object({
        activityId: Id,
        activityTitle: z.string(),
        courseTitle: z.string(),
        required: z.boolean(),
        state: EvidenceState.nullable(),
        validUntil: CalendarDate.nullable(),
      }),
    ),
  })
  .meta({ id: 'EvidenceChoices' });
export type EvidenceChoices = z.infer<typeof EvidenceChoices>;

/** What waits for the person who is signed in, besides their own learning: for the places of the app and for Today. */
export const MyChecks = z
  .object({
    /** May sign somebody's practical. */
    assesses: z.boolean(),
    toAssess: z.number().int(),
    /** May check somebody's evidence. */
    verifies: z.boolean(),
    toCheck: z.number().int(),
    /** May send evidence for others. */
    sends: z.boolean(),
    /** Their own that came back, and what they sent for others that did. */
    returned: z.array(
      z.object({ courseId: Id, courseTitle: z.string(), activityId: Id, reason: z.string(), returnedAt: Instant }),
    ),
    sentBack: z.number().int(),
    /** A practical that was signed as not passed and not asked for again. */
    notPassed: z.array(z.object({ courseId: Id, courseTitle: z.string(), activityId: Id, signedAt: Instant })),
  })
  .meta({ id: 'MyChecks' });
export type MyChecks = z.infer<typeof MyChecks>;
