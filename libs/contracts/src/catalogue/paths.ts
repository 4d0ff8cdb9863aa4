import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';
import { EngagementAudience } from './audience.js';
import { VersionState } from './courses.js';

export const PathKind = z.enum(['onboarding', 'role', 'refresher', 'offboarding']);

/** Who is given the path when their engagement is saved; an empty list means any. */
export const PathAudience = EngagementAudience;
export type PathAudience = z.infer<typeof PathAudience>;

export const StepKind = z.enum(['course', 'task', 'milestone']);
export type StepKind = z.infer<typeof StepKind>;
/** Who does a task; the People Team is anybody of it. */
export const TaskDoer = z.enum(['learner', 'buddy', 'line-manager', 'people-team']);
export type TaskDoer = z.infer<typeof TaskDoer>;

export const PathStep = z.object({
  id: Id,
  /** The same in every version of the path; `after` names it. */
  key: Id,
  kind: StepKind,
  /** What it is called: the course's title, or its own, in which `{name}` stands for the learner. */
  title: z.string(),
  courseId: Id.nullable(),
  coursePublished: z.boolean(),
  /** Of a task, as its learner sees it; `{who}` stands for whoever does it. Empty: the title. */
  learnerTitle: z.string(),
  instructions: z.string(),
  doer: TaskDoer.nullable(),
  /** Where it is not the stage's. */
  dayOffset: z.number().int().nullable(),
  optional: z.boolean(),
  /** Keys of the steps that must be done first. */
  after: z.array(Id),
  /** The choice of its stage that it belongs to. */
  choice: Id.nullable(),
});
export type PathStep = z.infer<typeof PathStep>;

export const PathStage = z.object({
  id: Id,
  title: z.string(),
  /** Days from the engagement's start; negative is before it. */
  dayOffset: z.number().int(),
  /** "Any `need` of these". */
  choices: z.array(z.object({ key: Id, need: z.number().int() })),
  steps: z.array(PathStep),
});
export type PathStage = z.infer<typeof PathStage>;

/** What people do who are on an earlier version and not finished. */
export const RunningPaths = z.enum(['stay', 'move']);
export type RunningPaths = z.infer<typeof RunningPaths>;
const PathChange = z.enum(['minor', 'major']);

export const PathVersion = z
  .object({
    id: Id,
    pathId: Id,
    number: z.number().int(),
    version: z.number().int(),
    state: VersionState,
    audience: PathAudience,
    /** A later stage opens only when the required steps of the earlier ones are done. */
    sequential: z.boolean(),
    change: PathChange,
    running: RunningPaths,
    stages: z.array(PathStage),
    createdByName: z.string().nullable(),
    submittedById: Id.nullable(),
    submittedByName: z.string().nullable(),
    submittedAt: Instant.nullable(),
    approvedByName: z.string().nullable(),
    publishedAt: Instant.nullable(),
    returnedReason: z.string().nullable(),
  })
  .meta({ id: 'PathVersion' });
export type PathVersion = z.infer<typeof PathVersion>;

export const PathItem = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  kind: PathKind,
  publishedNumber: z.number().int().nullable(),
  openVersion: z.object({ id: Id, number: z.number().int(), state: VersionState }).nullable(),
  stages: z.number().int(),
  steps: z.number().int(),
  people: z.number().int(),
});
export type PathItem = z.infer<typeof PathItem>;
export const PathPage = pageOf(PathItem).meta({ id: 'PathPage' });
export type PathPage = z.infer<typeof PathPage>;
export const PathQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });

export const Path = z
  .object({
    id: Id,
    version: z.number().int(),
    code: z.string(),
    title: z.string(),
    kind: PathKind,
    summary: z.string(),
    versions: z.array(PathVersion),
  })
  .meta({ id: 'Path' });
export type Path = z.infer<typeof Path>;

export const CreatePathRequest = z.strictObject({
  code: shortText(20),
  title: shortText(120),
  kind: PathKind.default('onboarding'),
  summary: z.string().trim().max(2000).default(''),
});
export type CreatePathRequest = z.infer<typeof CreatePathRequest>;

export const SavePathRequest = z.strictObject({
  code: shortText(20),
  title: shortText(120),
  summary: z.string().trim().max(2000).default(''),
});
export type SavePathRequest = z.infer<typeof SavePathRequest>;

const DayOffset = z.number().int().min(-365).max(730);

export const SavePathStep = z.strictObject({
  /** Made by whoever adds the step; left out, the API makes one. */
  key: Id.optional(),
  kind: StepKind.default('course'),
  /** Of a course. */
  courseId: Id.nullable().default(null),
  /** Of a task or a milestone. */
  title: z.string().trim().max(120).default(''),
  learnerTitle: z.string().trim().max(120).default(''),
  instructions: z.string().trim().max(2000).default(''),
  doer: TaskDoer.nullable().default(null),
  dayOffset: DayOffset.nullable().default(null),
  optional: z.boolean().default(false),
  after: z.array(Id).max(30).default([]),
  choice: Id.nullable().default(null),
});
export type SavePathStep = z.infer<typeof SavePathStep>;

/** The whole draft at once; If-Match keeps two editors apart. */
export const SavePathVersionRequest = z.strictObject({
  audience: PathAudience,
  sequential: z.boolean(),
  change: PathChange.default('minor'),
  running: RunningPaths.default('stay'),
  stages: z
    .array(
      z.strictObject({
        title: shortText(80),
        dayOffset: DayOffset,
        choices: z
          .array(z.strictObject({ key: Id, need: z.number().int().min(1).max(30) }))
          .max(10)
          .default([]),
        steps: z.array(SavePathStep).max(30),
      }),
    )
    .max(30),
});
export type SavePathVersionRequest = z.infer<typeof SavePathVersionRequest>;

/** Who is on an earlier version of the path and not finished: they would move to this one. */
export const AffectedPeople = pageOf(
  z.object({
    enrolmentId: Id,
    personId: Id,
    name: z.string(),
    organisationName: z.string(),
    startsOn: CalendarDate,
    versionNumber: z.number().int(),
    done: z.number().int(),
    total: z.number().int(),
  }),
)
  .extend({ people: z.number().int() })
  .meta({ id: 'AffectedPeople' });
export type AffectedPeople = z.infer<typeof AffectedPeople>;
