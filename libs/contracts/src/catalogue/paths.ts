import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';
import { EngagementAudience } from './audience.js';
import { VersionState } from './courses.js';

export const PathKind = z.enum(['onboarding', 'role', 'refresher', 'offboarding']);

/** Who is given the path when their engagement is saved; an empty list means any. */
export const PathAudience = EngagementAudience;
export type PathAudience = z.infer<typeof PathAudience>;

export const PathStage = z.object({
  id: Id,
  title: z.string(),
  /** Days from the engagement's start; negative is before it. */
  dayOffset: z.number().int(),
  steps: z.array(
    z.object({ id: Id, courseId: Id, courseTitle: z.string(), coursePublished: z.boolean(), optional: z.boolean() }),
  ),
});

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

/** The whole draft at once; If-Match keeps two editors apart. */
export const SavePathVersionRequest = z.strictObject({
  audience: PathAudience,
  sequential: z.boolean(),
  stages: z
    .array(
      z.strictObject({
        title: shortText(80),
        dayOffset: z.number().int().min(-365).max(730),
        steps: z.array(z.strictObject({ courseId: Id, optional: z.boolean().default(false) })).max(30),
      }),
    )
    .max(30),
});
export type SavePathVersionRequest = z.infer<typeof SavePathVersionRequest>;
