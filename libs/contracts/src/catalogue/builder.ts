import { z } from 'zod';
import { Id, Instant, shortText } from '../shared/common.js';
import { ActivityKind } from './courses.js';

/** Something that was done to a draft: a verb, and the title of what it was done to. */
export const DraftStep = z.object({
  action: z.enum([
    'activity.add',
    'activity.save',
    'activity.remove',
    'activity.order',
    'captions.add',
    'version.save',
    'version.file',
  ]),
  title: z.string().nullable(),
});
export type DraftStep = z.infer<typeof DraftStep>;

/** What somebody who edits a draft has to know of it every few seconds. */
export const DraftDesk = z
  .object({
    /** The draft's counter: another one than was read means that it changed. */
    version: z.number().int(),
    /** Who else has it open. */
    others: z.array(z.object({ personId: Id, name: z.string() })),
    /** Of one's own changes: what would be taken back, and what would be done again. */
    undo: DraftStep.nullable(),
    redo: DraftStep.nullable(),
    lastByOther: DraftStep.extend({ name: z.string(), at: Instant }).nullable(),
  })
  .meta({ id: 'DraftDesk' });
export type DraftDesk = z.infer<typeof DraftDesk>;

/** One thing in which two versions differ, by its name: `minutes`, `file`, `settings.passMark`. Null where it is not there. */
export const FieldChange = z.object({ field: z.string(), before: z.json(), after: z.json() });
export type FieldChange = z.infer<typeof FieldChange>;

export const ActivityChange = z.object({
  lineageId: Id,
  kind: ActivityKind,
  title: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  /** Places from 0. */
  moved: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  fields: z.array(FieldChange),
  /** Of a page: its words, in runs. Empty when only the look of them changed. */
  words: z.array(z.object({ is: z.enum(['same', 'added', 'removed']), text: z.string() })).nullable(),
});
export type ActivityChange = z.infer<typeof ActivityChange>;

/** In what a version differs from the one that was published before it. */
export const VersionChanges = z
  .object({
    /** The number of that version; null for the first one. */
    against: z.number().int().nullable(),
    settings: z.array(FieldChange),
    activities: z.array(ActivityChange),
  })
  .meta({ id: 'VersionChanges' });
export type VersionChanges = z.infer<typeof VersionChanges>;

/** A copy of a course, under a code and a title of its own. */
export const DuplicateCourseRequest = z.strictObject({ code: shortText(20), title: shortText(120) });
export type DuplicateCourseRequest = z.infer<typeof DuplicateCourseRequest>;
export const MarkTemplateRequest = z.strictObject({ template: z.boolean() });
