import type { ActivitySettings, SaveQuestionRequest } from '@lms/contracts';
import type { LocalDate } from './dates.js';

export type OrganisationKind = 'client' | 'partner' | 'supplier';
export type EmploymentGroup = 'office' | 'site' | 'driver' | 'supervisor' | 'manager';
export type RoleName = 'people-team' | 'author' | 'trainer' | 'coordinator' | 'auditor' | 'administrator';
export type ActivityKind =
  | 'scorm12'
  | 'scorm2004'
  | 'video'
  | 'document'
  | 'page'
  | 'link'
  | 'quiz'
  | 'survey'
  | 'practical'
  | 'evidence'
  | 'in-person';
export type VersionState = 'draft' | 'published' | 'retired';
export type PathKind = 'onboarding' | 'role' | 'refresher' | 'offboarding';
/** An ISO 8601 instant in UTC with milliseconds and `Z`. */
export type Instant = string;

export interface DemoOrganisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  shortName: string;
  /** The supplier one tier above; null for members and tier 1. */
  parentId: string | null;
  /** The partner that brought a tier 1 supplier in; null for everybody else. */
  sponsorId: string | null;
}

export interface DemoScheme {
  id: string;
  code: string;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
}

export interface DemoPerson {
  id: string;
  givenName: string;
  familyName: string;
  knownAs: string | null;
  contactEmail: string | null;
  phone: string | null;
  /** A work or contact e-mail address, or a username without "@". Unique. */
  signInName: string;
}

export interface DemoEngagement {
  id: string;
  personId: string;
  organisationId: string;
  /** Unique in the organisation. */
  employeeNumber: string;
  jobRole: string;
  employmentGroup: EmploymentGroup;
  schemeIds: string[];
  /** A person with an engagement in the same organisation; null for its head. */
  lineManagerId: string | null;
  workEmail: string | null;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
}

export interface DemoGrant {
  id: string;
  personId: string;
  role: RoleName;
  /** Set for coordinators only. */
  organisationId: string | null;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
}

export interface DemoOutcome {
  id: string;
  name: string;
}

export type DemoCompletionRule = { kind: 'completed' } | { kind: 'passed' } | { kind: 'completed-or-passed' };

export interface DemoActivity {
  id: string;
  /** From 1. */
  position: number;
  kind: ActivityKind;
  title: string;
  minutes: number | null;
  /** Name of a demo file (`demoFiles`); null for what is recorded in person. */
  file: string | null;
  completionRule: DemoCompletionRule | null;
  captions: { language: string; label: string; file: string }[];
  noSpeech: boolean;
  /** What the kinds without a file are made of; null for the others. */
  settings: ActivitySettings | null;
}

export interface DemoQuestion extends SaveQuestionRequest {
  id: string;
  revisionId: string;
  /** Unique in its bank. */
  key: string;
}

export interface DemoQuestionBank {
  id: string;
  title: string;
  description: string;
  createdById: string;
  /** In their order. */
  questions: DemoQuestion[];
}

export interface DemoCourseVersion {
  id: string;
  number: number;
  state: VersionState;
  change: 'major' | 'minor';
  /** Null: valid for life. */
  validityMonths: number | null;
  renewal: {
    windowDays: number;
    lapse: 'full' | 'refresher' | 'remainder';
    refresherDays: number;
    refresherCourseId: string | null;
    remainderCourseId: string | null;
  };
  minutes: number;
  publishedOn: LocalDate;
  publishedAt: Instant;
  createdById: string;
  submittedById: string;
  approvedById: string;
  activities: DemoActivity[];
}

export interface DemoCourse {
  id: string;
  code: string;
  title: string;
  summary: string;
  topics: string[];
  mandatory: boolean;
  outcomeId: string | null;
  ownerId: string;
  /** By number; the last one is the published one. */
  versions: DemoCourseVersion[];
}

export interface DemoPathStage {
  id: string;
  title: string;
  /** Days from the engagement's start (offboarding: from its end). */
  dayOffset: number;
  steps: { id: string; courseId: string; courseCode: string; optional: boolean }[];
  /** Tasks and milestones, in order, after the courses. */
  others: DemoPathOther[];
  /** How many of the `chosen` ones are enough; null without a choice. */
  choice: { id: string; need: number } | null;
}

export interface DemoPathOther {
  id: string;
  kind: 'task' | 'milestone';
  /** {name} stands for the newcomer. */
  title: string;
  /** As the newcomer reads it; {who} stands for whoever does it. */
  learnerTitle: string;
  instructions: string;
  doer: 'learner' | 'buddy' | 'line-manager' | 'people-team' | null;
  optional: boolean;
  /** One of the stage's choice. */
  chosen: boolean;
}

export interface DemoPath {
  id: string;
  code: string;
  title: string;
  kind: PathKind;
  summary: string;
  version: {
    id: string;
    number: number;
    state: VersionState;
    /** Empty lists mean any. */
    audience: { organisationKinds: OrganisationKind[]; employmentGroups: EmploymentGroup[] };
    sequential: boolean;
    stages: DemoPathStage[];
    publishedAt: Instant | null;
    createdById: string;
    submittedById: string | null;
    approvedById: string | null;
  };
}

export interface DemoCompletion {
  personId: string;
  courseId: string;
  courseCode: string;
  courseVersionId: string;
  versionNumber: number;
  completedOn: LocalDate;
  /** When it was recorded: never before `completedOn`, never today or later. */
  at: Instant;
  source: 'manual' | 'import' | 'attempt' | 'practical' | 'evidence';
  /** The last valid day, included; null for life. */
  validUntil: LocalDate | null;
  /** Who recorded it; null for an attempt or an import. */
  recordedById: string | null;
}

export interface DemoEnrolment {
  id: string;
  personId: string;
  engagementId: string;
  pathId: string;
  pathVersionId: string;
  /** The engagement's start. */
  anchor: LocalDate;
  givenOn: LocalDate;
  opensOn: LocalDate;
  steps: { stepId: string; courseId: string; dueOn: LocalDate }[];
}

/** One person owes one course; always an open cycle. */
export interface DemoAssignment {
  id: string;
  personId: string;
  courseId: string;
  courseCode: string;
  givenOn: LocalDate;
  dueOn: LocalDate;
  /** `cycle` 1 is the first time, 2 and more are renewals. */
  cycle: number;
  /** The enrolment is null where the path was walked long ago and only the renewal is owed. */
  reason: { kind: 'path'; pathId: string; engagementId: string; enrolmentId: string | null };
}

/** A lesson begun and not finished: the runtime elements from which it resumes. */
export interface DemoOpenAttempt {
  id: string;
  personId: string;
  courseId: string;
  courseVersionId: string;
  activityId: string;
  startedAt: Instant;
  lastAt: Instant;
  elements: Record<string, string>;
}

/** A card or certificate that was sent and is not accepted yet. */
export interface DemoEvidence {
  id: string;
  attemptId: string;
  personId: string;
  courseId: string;
  courseVersionId: string;
  activityId: string;
  issuer: string;
  number: string;
  issuedOn: LocalDate;
  expiresOn: LocalDate | null;
  submittedById: string;
  at: Instant;
  /** Null while it waits for a check. */
  returned: { byId: string; at: Instant; reason: string } | null;
}

/** Somebody is ready to show a practical. */
export interface DemoPracticalRequest {
  id: string;
  attemptId: string;
  personId: string;
  courseId: string;
  courseVersionId: string;
  activityId: string;
  note: string;
  at: Instant;
}

/** A session that is planned, or was held; its bookings in the order in which they came. */
export interface DemoSession {
  id: string;
  courseId: string;
  activityId: string;
  form: 'classroom' | 'webinar' | 'toolbox-talk';
  startsAt: Instant;
  endsAt: Instant;
  place: string;
  joinUrl: string | null;
  note: string;
  /** Whoever is booked after so many waits; null: as many as like. */
  capacity: number | null;
  /** Whose people it is for, with the tiers below; none: the whole Alliance. */
  organisationIds: string[];
  trainerIds: string[];
  plannedById: string;
  plannedAt: Instant;
  held: boolean;
  bookings: DemoBooking[];
}

export interface DemoBooking {
  id: string;
  personId: string;
  engagementId: string;
  bookedById: string;
  bookedAt: Instant;
  /** Null before it is held. */
  presence: 'signed' | 'absent' | null;
  walkIn: boolean;
}

export interface DemoAccount {
  /** What the person is in the demo, in words. */
  role: string;
  personId: string;
  name: string;
  signInName: string;
}

export interface Alliance {
  today: LocalDate;
  organisations: DemoOrganisation[];
  schemes: DemoScheme[];
  people: DemoPerson[];
  engagements: DemoEngagement[];
  grants: DemoGrant[];
  outcomes: DemoOutcome[];
  questionBanks: DemoQuestionBank[];
  courses: DemoCourse[];
  paths: DemoPath[];
  /** By person, then by `at`. */
  completions: DemoCompletion[];
  enrolments: DemoEnrolment[];
  assignments: DemoAssignment[];
  openAttempts: DemoOpenAttempt[];
  evidence: DemoEvidence[];
  practicalRequests: DemoPracticalRequest[];
  sessions: DemoSession[];
  /** Two entries of one human being that have been put together; null when there was no room for them. */
  mergedPair: { keepId: string; mergeId: string } | null;
  demoAccounts: DemoAccount[];
}
