import { z } from 'zod';
import { PathKind } from '../catalogue/paths.js';
import { MonthDay } from '../catalogue/renewal.js';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';
import { AudiencePredicate, NamedId, StoredPredicate } from './audiences.js';

const realisticDays = z.number().int().min(0).max(365).default(7);
const days = z.number().int().min(0).max(3650);
/** When it is due. `realisticDays`: nobody is given less time; who would be is raised as an exception. */
export const DuePolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on'), date: CalendarDate, realisticDays }),
  z.strictObject({ kind: z.literal('after-start'), days, realisticDays }),
  z.strictObject({ kind: z.literal('after-assignment'), days, realisticDays }),
  z.strictObject({ kind: z.literal('after-completion'), courseId: Id, days, realisticDays }),
]);
export type DuePolicy = z.infer<typeof DuePolicy>;

const windowDays = z.number().int().min(0).max(365);
/** How it comes again: as the course's own policy says, never, or by a recurrence of its own. */
export const RuleRecurrence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('course') }),
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({
    kind: z.literal('own'),
    recurrence: z.discriminatedUnion('anchor', [
      z.strictObject({
        anchor: z.literal(['completion', 'previous-expiry']),
        months: z.number().int().min(1).max(600),
        windowDays,
      }),
      z.strictObject({
        anchor: z.literal('fixed-dates'),
        dates: z.array(MonthDay).min(1).max(12),
        minActiveDays: z.number().int().min(0).max(366),
        windowDays,
      }),
    ]),
  }),
]);
export type RuleRecurrence = z.infer<typeof RuleRecurrence>;

export const RuleVersionState = z.enum(['draft', 'in-review', 'approved', 'active', 'ended']);
export type RuleVersionState = z.infer<typeof RuleVersionState>;

export const RuleRun = z
  .object({
    id: Id,
    kind: z.enum(['apply', 'end', 'organisation']),
    /** People looked at so far, and in all; null until they are counted. */
    done: z.number().int(),
    total: z.number().int().nullable(),
    /** People of whom it asks something that it did not ask of them before, and of whom it no longer asks something. */
    given: z.number().int(),
    ended: z.number().int(),
    requestedAt: Instant,
    doneAt: Instant.nullable(),
  })
  .meta({ id: 'RuleRun' });
export type RuleRun = z.infer<typeof RuleRun>;

export const RuleVersion = z
  .object({
    id: Id,
    version: z.number().int(),
    ruleId: Id,
    number: z.number().int(),
    state: RuleVersionState,
    audienceId: Id.nullable(),
    audienceName: z.string().nullable(),
    predicate: StoredPredicate,
    /** The whole rule as a sentence. */
    sentence: z.string(),
    /** What the ids in the predicate are called. */
    names: z.array(NamedId),
    courseId: Id.nullable(),
    pathId: Id.nullable(),
    /** Onboarding and offboarding count from the first and the last day of an engagement: `due` says nothing of them. */
    pathKind: PathKind.nullable(),
    targetTitle: z.string().nullable(),
    due: DuePolicy,
    recurrence: RuleRecurrence,
    effectiveOn: CalendarDate,
    endsOn: CalendarDate.nullable(),
    createdByName: z.string(),
    proposedById: Id.nullable(),
    proposedByName: z.string().nullable(),
    proposedAt: Instant.nullable(),
    approvedByName: z.string().nullable(),
    approvedAt: Instant.nullable(),
    returnedReason: z.string().nullable(),
    previewId: Id.nullable(),
    appliedByName: z.string().nullable(),
    appliedAt: Instant.nullable(),
    superseded: z.boolean(),
    endedReason: z.string().nullable(),
    /** People whom it gives its target now. */
    people: z.number().int(),
    run: RuleRun.nullable(),
  })
  .meta({ id: 'RuleVersion' });
export type RuleVersion = z.infer<typeof RuleVersion>;

export const RuleItem = z.object({
  id: Id,
  name: z.string(),
  ownerName: z.string(),
  /** Of the version in force, else of the newest. */
  sentence: z.string(),
  targetTitle: z.string().nullable(),
  state: z.enum(['draft', 'in-review', 'approved', 'in-force', 'planned', 'ended']),
  people: z.number().int(),
  /** A newer version is being worked on. */
  openDraft: z.boolean(),
  exceptions: z.number().int(),
  /** A version of it, or its end, waits for a second person. */
  waits: z.boolean(),
});
export type RuleItem = z.infer<typeof RuleItem>;
export const RulePage = pageOf(RuleItem).meta({ id: 'RulePage' });
export type RulePage = z.infer<typeof RulePage>;
export const RuleQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  show: z.enum(['all', 'in-force', 'open', 'to-decide']).default('all'),
});
export type RuleQuery = z.infer<typeof RuleQuery>;

export const Rule = z
  .object({
    id: Id,
    version: z.number().int(),
    name: z.string(),
    ownerId: Id,
    ownerName: z.string(),
    /** The newest first. */
    versions: z.array(RuleVersion),
    exceptions: z.number().int(),
    /** Its end, while that waits for a second person; `people` as it was when it was asked for. */
    ending: z
      .object({
        reason: z.string(),
        people: z.number().int(),
        askedById: Id,
        askedByName: z.string(),
        askedAt: Instant,
      })
      .nullable(),
  })
  .meta({ id: 'Rule' });
export type Rule = z.infer<typeof Rule>;

/** With `audienceId` the first draft begins with a copy of that audience, else with everybody. */
export const CreateRuleRequest = z.strictObject({ name: shortText(120), audienceId: Id.nullable().default(null) });
export type CreateRuleRequest = z.infer<typeof CreateRuleRequest>;
export const SaveRuleRequest = z.strictObject({ name: shortText(120), ownerId: Id });
export type SaveRuleRequest = z.infer<typeof SaveRuleRequest>;

export const SaveRuleVersionRequest = z
  .strictObject({
    audienceId: Id.nullable().default(null),
    predicate: AudiencePredicate,
    courseId: Id.nullable().default(null),
    pathId: Id.nullable().default(null),
    due: DuePolicy,
    recurrence: RuleRecurrence.default({ kind: 'course' }),
    effectiveOn: CalendarDate,
    endsOn: CalendarDate.nullable().default(null),
  })
  .refine((v) => v.courseId === null || v.pathId === null, {
    path: ['pathId'],
    message: 'A course or a path, not both',
  })
  .refine((v) => v.endsOn === null || v.effectiveOn <= v.endsOn, {
    path: ['endsOn'],
    message: 'The end is before the start',
  });
export type SaveRuleVersionRequest = z.infer<typeof SaveRuleVersionRequest>;

const effects = ['gains', 'loses', 'moves', 'keeps'] as const;
export const PreviewEffect = z.enum(effects);
export type PreviewEffect = z.infer<typeof PreviewEffect>;
const Counts = z.object({
  gains: z.number().int(),
  loses: z.number().int(),
  moves: z.number().int(),
  keeps: z.number().int(),
});

/** What applying a version would do, as found at `madeAt`. Numbers are people. */
export const RulePreview = Counts.extend({
  id: Id,
  ruleVersionId: Id,
  madeAt: Instant,
  madeByName: z.string(),
  onDate: CalendarDate,
  /** In the audience. */
  people: z.number().int(),
  /** Of those who gain it: how many hold it already; of the others, how many are exempt; of the rest, who owe it already. */
  valid: z.number().int(),
  exempt: z.number().int(),
  oweAlready: z.number().int(),
  /** Of those who lose it: how many owe it still, for another reason. */
  oweStill: z.number().int(),
  /** Dates that somebody will have to decide. */
  tooSoon: z.number().int(),
  /** What is lost, where that is something else than what is gained: its titles. */
  insteadOf: z.array(z.string()),
  needsSecondPerson: z.boolean(),
  byOrganisation: z.array(Counts.extend({ organisationId: Id, name: z.string(), kind: z.string() })),
  byScheme: z.array(Counts.extend({ schemeId: Id, name: z.string() })),
  /** Of those who gain it and neither hold it nor are exempt: how many owe it by which day; null is without a date. */
  dueDates: z.array(z.object({ dueOn: CalendarDate.nullable(), people: z.number().int() })),
  /** Of each course that it gives: when it would be asked for again if it were done on `onDate`, and by whose rhythm. */
  again: z.array(
    z.object({ courseId: Id, title: z.string(), dueOn: CalendarDate.nullable(), by: z.enum(['rule', 'course']) }),
  ),
}).meta({ id: 'RulePreview' });
export type RulePreview = z.infer<typeof RulePreview>;

export const PreviewPerson = z.object({
  engagementId: Id,
  personId: Id,
  name: z.string(),
  jobRole: z.string(),
  organisationName: z.string(),
  effect: PreviewEffect,
  /** By when it is owed then, for whatever reason, and by when it is now; of a path the day from which it counts. */
  dueOn: CalendarDate.nullable(),
  beforeOn: CalendarDate.nullable(),
  /** What the rule says by itself, where that is too soon. */
  policyDueOn: CalendarDate.nullable(),
  tooSoon: z.boolean(),
  valid: z.boolean(),
  owedBefore: z.boolean(),
  owedAfter: z.boolean(),
  exemptUntil: CalendarDate.nullable(),
});
export type PreviewPerson = z.infer<typeof PreviewPerson>;
export const PreviewPeople = pageOf(PreviewPerson).meta({ id: 'PreviewPeople' });
export type PreviewPeople = z.infer<typeof PreviewPeople>;
export const PreviewPeopleQuery = PageQuery.extend({
  effect: PreviewEffect.optional(),
  organisationId: Id.optional(),
  tooSoon: z.enum(['true', 'false']).optional(),
});
export type PreviewPeopleQuery = z.infer<typeof PreviewPeopleQuery>;

export const PreviewRef = z.strictObject({ previewId: Id });
export type PreviewRef = z.infer<typeof PreviewRef>;
export const ReturnRuleRequest = z.strictObject({ reason: shortText(1000) });
export type ReturnRuleRequest = z.infer<typeof ReturnRuleRequest>;
const Digest = z.string().min(1).max(100);
/** `digest` is that of the preview that was looked at. */
export const EndRuleRequest = z.strictObject({ reason: shortText(1000), digest: Digest });
export type EndRuleRequest = z.infer<typeof EndRuleRequest>;
export const ApproveEndRequest = z.strictObject({ digest: Digest });
export type ApproveEndRequest = z.infer<typeof ApproveEndRequest>;

/** Who loses something when a rule ends now. */
export const RuleEndPreview = z
  .object({
    people: z.number().int(),
    /** Of them: who owe the same for another reason too. */
    oweStill: z.number().int(),
    needsSecondPerson: z.boolean(),
    byOrganisation: z.array(z.object({ organisationId: Id, name: z.string(), people: z.number().int() })),
    digest: z.string(),
  })
  .meta({ id: 'RuleEndPreview' });
export type RuleEndPreview = z.infer<typeof RuleEndPreview>;
export const RuleEndPerson = z.object({
  engagementId: Id,
  personId: Id,
  name: z.string(),
  jobRole: z.string(),
  organisationName: z.string(),
  /** Whether it is owed now, and by when. */
  owedBefore: z.boolean(),
  dueOn: CalendarDate.nullable(),
  /** Owed for another reason too, and by when without the rule. */
  owesStill: z.boolean(),
  staysOn: CalendarDate.nullable(),
});
export type RuleEndPerson = z.infer<typeof RuleEndPerson>;
export const RuleEndPeople = pageOf(RuleEndPerson).meta({ id: 'RuleEndPeople' });
export type RuleEndPeople = z.infer<typeof RuleEndPeople>;

/** Somebody for whom the rule's own date leaves too little time. */
export const RuleException = z.object({
  id: Id,
  version: z.number().int(),
  personId: Id,
  name: z.string(),
  organisationName: z.string(),
  policyDueOn: CalendarDate,
  /** Counts until somebody decides. */
  realisticDueOn: CalendarDate,
  dueOn: CalendarDate.nullable(),
  note: z.string(),
  decidedByName: z.string().nullable(),
});
export type RuleException = z.infer<typeof RuleException>;
export const RuleExceptionPage = pageOf(RuleException).meta({ id: 'RuleExceptionPage' });
export type RuleExceptionPage = z.infer<typeof RuleExceptionPage>;
export const RuleExceptionQuery = PageQuery.extend({ decided: z.enum(['true', 'false']).default('false') });
export type RuleExceptionQuery = z.infer<typeof RuleExceptionQuery>;
/** How many were decided at once. */
export const DecidedExceptions = z.object({ decided: z.number().int() }).meta({ id: 'DecidedExceptions' });
export type DecidedExceptions = z.infer<typeof DecidedExceptions>;
export const DecideExceptionRequest = z.strictObject({
  dueOn: CalendarDate,
  note: z.string().trim().max(1000).default(''),
});
export type DecideExceptionRequest = z.infer<typeof DecideExceptionRequest>;
