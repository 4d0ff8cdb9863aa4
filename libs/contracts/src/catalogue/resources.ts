import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';
import { Captions, ReadAgain, VersionState } from './courses.js';

export const ResourceKind = z.enum(['image', 'video', 'document', 'file', 'package']);
export type ResourceKind = z.infer<typeof ResourceKind>;

/** A file of the library as it stood from one day on. It never changes; the next one gets the next number. */
export const ResourceRevision = z.object({
  id: Id,
  number: z.number().int(),
  name: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  mediaType: z.string(),
  /** What was found inside, in words: "12 pages". */
  summary: z.string().nullable(),
  seconds: z.number().nullable(),
  pages: z.number().int().nullable(),
  /** Of a picture, in pixels. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Of a film. */
  captions: z.array(Captions),
  createdAt: Instant,
  createdByName: z.string().nullable(),
});
export type ResourceRevision = z.infer<typeof ResourceRevision>;

export const ResourceItem = z.object({
  id: Id,
  kind: ResourceKind,
  title: z.string(),
  version: z.number().int(),
  /** What new uses take. */
  current: ResourceRevision,
  /** How many courses use it now, in a draft or in what is taught. */
  courses: z.number().int(),
});
export type ResourceItem = z.infer<typeof ResourceItem>;
export const ResourcePage = pageOf(ResourceItem).meta({ id: 'ResourcePage' });
export type ResourcePage = z.infer<typeof ResourcePage>;
export const ResourceQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  kind: ResourceKind.optional(),
  /** Only these, by id, parted by commas. */
  ids: z
    .string()
    .max(4000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(Id).max(100))
    .optional(),
});
export type ResourceQuery = z.infer<typeof ResourceQuery>;

/** One version of a course that uses a file, and which revision of it. Retired versions are left out. */
export const ResourceUse = z.object({
  courseId: Id,
  courseTitle: z.string(),
  mandatory: z.boolean(),
  versionId: Id,
  number: z.number().int(),
  state: VersionState,
  activityTitle: z.string(),
  revision: z.number().int(),
});
export type ResourceUse = z.infer<typeof ResourceUse>;

export const Resource = ResourceItem.extend({
  revisions: z.array(ResourceRevision),
  uses: z.array(ResourceUse),
}).meta({ id: 'Resource' });
export type Resource = z.infer<typeof Resource>;

/** An upload that is ready becomes a file of the library; bytes that are there already are the one that they are. */
export const AddResourceRequest = z.strictObject({ uploadId: Id, title: shortText(120).optional() });
export type AddResourceRequest = z.infer<typeof AddResourceRequest>;
export const AddedResource = z.object({ id: Id, known: z.boolean() }).meta({ id: 'AddedResource' });
export type AddedResource = z.infer<typeof AddedResource>;
export const SaveResourceRequest = z.strictObject({ title: shortText(120) });
export type SaveResourceRequest = z.infer<typeof SaveResourceRequest>;

/**
 * `draft` leaves every changed course as a draft. `onward` sends the drafts that hold this change alone on their way:
 * voluntary courses are published, mandatory ones are submitted for review.
 */
export const ReplaceThen = z.enum(['draft', 'onward']);
export type ReplaceThen = z.infer<typeof ReplaceThen>;
export const ReplaceResourceRequest = z.strictObject({
  uploadId: Id,
  then: ReplaceThen.default('draft'),
  /** Of a document; courses that take the file later follow the same choice. */
  readAgain: ReadAgain.default('nobody'),
});
export type ReplaceResourceRequest = z.infer<typeof ReplaceResourceRequest>;
export const SpreadResourceRequest = z.strictObject({ then: ReplaceThen.default('draft') });
export type SpreadResourceRequest = z.infer<typeof SpreadResourceRequest>;

/**
 * What became of one course: its open draft has the new file · a new draft was begun · it was submitted · published · it
 * is in review, which holds still · something kept it from going on (`sentence` says what).
 */
export const ReplacedCourse = z.object({
  courseId: Id,
  courseTitle: z.string(),
  outcome: z.enum(['draft-changed', 'draft-begun', 'submitted', 'published', 'in-review', 'held']),
  sentence: z.string().nullable(),
});
export type ReplacedCourse = z.infer<typeof ReplacedCourse>;
export const ReplacedResource = z
  .object({ resource: Resource, courses: z.array(ReplacedCourse) })
  .meta({ id: 'ReplacedResource' });
export type ReplacedResource = z.infer<typeof ReplacedResource>;

/** What replacing the file would do to each course that uses it; the same words as what it then did. */
export const ReplacePlan = z
  .object({
    courses: z.array(
      z.object({
        courseId: Id,
        courseTitle: z.string(),
        mandatory: z.boolean(),
        what: z.enum(['draft-changed', 'draft-begun', 'in-review', 'held']),
      }),
    ),
  })
  .meta({ id: 'ReplacePlan' });
export type ReplacePlan = z.infer<typeof ReplacePlan>;

/** Where authors see files of the library: `{contentOrigin}/__waymark/file/{sha256}?t={contentToken}`. */
export const LibraryContent = z
  .object({ contentOrigin: z.string(), contentToken: z.string(), contentTokenSeconds: z.number().int() })
  .meta({ id: 'LibraryContent' });
export type LibraryContent = z.infer<typeof LibraryContent>;
