import { z } from 'zod';
import { TaskDoer } from '../catalogue/paths.js';
import { CalendarDate, Id, Instant, pageOf, PageQuery } from '../shared/common.js';

/** Something that somebody does for a learner on a path, as whoever does it sees it. */
export const Task = z
  .object({
    id: Id,
    title: z.string(),
    instructions: z.string(),
    doer: TaskDoer,
    /** Null for the People Team, and while nobody is chosen. */
    assigneeName: z.string().nullable(),
    personId: Id,
    personName: z.string(),
    organisationName: z.string(),
    pathTitle: z.string(),
    dueOn: CalendarDate,
    /** What has to be done first, when that is why it waits. */
    opensAfter: z.string().nullable(),
    doneOn: CalendarDate.nullable(),
    doneAt: Instant.nullable(),
    doneByName: z.string().nullable(),
    note: z.string(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

/** `open`: to be done by the reader; `done`: done by the reader, the latest first. */
export const TaskQuery = PageQuery.extend({ state: z.enum(['open', 'done']).default('open') });
export type TaskQuery = z.infer<typeof TaskQuery>;
export const TaskPage = pageOf(Task).extend({ total: z.number().int() }).meta({ id: 'TaskPage' });
export type TaskPage = z.infer<typeof TaskPage>;

export const TaskNote = z.strictObject({ note: z.string().trim().max(1000).default('') });
export type TaskNote = z.infer<typeof TaskNote>;

export const BuddyRequest = z.strictObject({ personId: Id.nullable() });
export type BuddyRequest = z.infer<typeof BuddyRequest>;
