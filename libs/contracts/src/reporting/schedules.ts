import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';
import { ListFormat, ListName } from './list-files.js';

export const ScheduledList = ListName.exclude(['audit-pack']);
export type ScheduledList = z.infer<typeof ScheduledList>;
export const ScheduledFormat = ListFormat.exclude(['zip']);
export type ScheduledFormat = z.infer<typeof ScheduledFormat>;

/** `HH:MM` on a clock in London. */
const at = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time, such as 07:30');
/** When it comes again. A week begins on Monday, 1; a month has the days that every month has, and its last. */
export const ScheduleCadence = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('week'), weekday: z.number().int().min(1).max(7), at }),
  z.strictObject({
    every: z.literal('month'),
    day: z.union([z.number().int().min(1).max(28), z.literal('last')]),
    at,
  }),
]);
export type ScheduleCadence = z.infer<typeof ScheduleCadence>;

const fields = {
  name: shortText(80),
  format: ScheduledFormat,
  cadence: ScheduleCadence,
  /** People who can sign in, of those whom the asker sees. */
  recipientIds: z
    .array(Id)
    .min(1, 'Choose at least one person')
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, 'Each person once'),
};
export const SaveSchedule = z.strictObject(fields);
export type SaveSchedule = z.infer<typeof SaveSchedule>;
/** The list as it is shown: `filters` are those of its address. */
export const AddSchedule = z.strictObject({
  ...fields,
  list: ScheduledList,
  filters: z.record(z.string().max(40), z.string().max(8000)).default({}),
});
export type AddSchedule = z.infer<typeof AddSchedule>;

/**
 * What became of it for one person: `making` is not known yet, `not-allowed` may not see the list, `left` cannot sign in
 * any more.
 */
export const ScheduleOutcome = z.enum(['making', 'made', 'not-allowed', 'left', 'failed']);
export type ScheduleOutcome = z.infer<typeof ScheduleOutcome>;

const run = {
  id: Id,
  dueAt: Instant,
  /** Waymark was not running when it was due. */
  late: z.boolean(),
  /** Earlier moments that passed meanwhile, and are made up for by this one. */
  missed: z.number().int(),
  state: z.enum(['waiting', 'making', 'done', 'refused']),
  /** Why nobody was sent anything. */
  refusal: z.string().nullable(),
  made: z.number().int(),
  /** Of how many people. */
  people: z.number().int(),
};
export const ScheduleRunBrief = z.object(run);
export type ScheduleRunBrief = z.infer<typeof ScheduleRunBrief>;

export const ScheduleRun = z.object({
  ...run,
  begunAt: Instant,
  /** It was wanted at once, and not by the calendar. */
  atOnce: z.boolean(),
  deliveries: z.array(
    z.object({
      /** Null for somebody whom the reader does not see any more. */
      name: z.string().nullable(),
      outcome: ScheduleOutcome,
      why: z.string().nullable(),
      /** How many rows they see; null for what is not the reader's to know. */
      rows: z.number().int().nullable(),
      /** False without an address: it stands under their notices then. */
      mailed: z.boolean(),
    }),
  ),
});
export type ScheduleRun = z.infer<typeof ScheduleRun>;
export const ScheduleRunPage = pageOf(ScheduleRun).meta({ id: 'ScheduleRunPage' });
export type ScheduleRunPage = z.infer<typeof ScheduleRunPage>;

export const ScheduleItem = z.object({
  id: Id,
  version: z.number().int(),
  name: z.string(),
  list: ScheduledList,
  format: ScheduledFormat,
  filters: z.record(z.string(), z.string()),
  cadence: ScheduleCadence,
  state: z.enum(['active', 'paused', 'ended']),
  nextAt: Instant.nullable(),
  mine: z.boolean(),
  ownerName: z.string(),
  /** Who receives it; whoever stopped it is not counted. */
  receiving: z.number().int(),
  lastRun: ScheduleRunBrief.nullable(),
});
export type ScheduleItem = z.infer<typeof ScheduleItem>;
/** One's own, and everybody's for the People Team; the newest first, what has ended last. */
export const SchedulePage = pageOf(ScheduleItem).meta({ id: 'SchedulePage' });
export type SchedulePage = z.infer<typeof SchedulePage>;
export const ScheduleQuery = PageQuery.extend({ show: z.enum(['going', 'ended']).default('going') });
export type ScheduleQuery = z.infer<typeof ScheduleQuery>;

export const Schedule = ScheduleItem.extend({
  recipients: z.array(z.object({ id: Id, name: z.string(), hasAddress: z.boolean(), stoppedAt: Instant.nullable() })),
  /** Recipients whom the reader does not see any more: saving takes them off. */
  unseen: z.number().int(),
}).meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;

/** Lists that are sent to the reader. */
export const ReceivedSchedules = z
  .object({
    items: z.array(
      ScheduleItem.pick({ id: true, name: true, list: true, format: true, cadence: true }).extend({
        /** Null for somebody whom the reader does not see. */
        ownerName: z.string().nullable(),
        paused: z.boolean(),
        stoppedAt: Instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'ReceivedSchedules' });
export type ReceivedSchedules = z.infer<typeof ReceivedSchedules>;
export const ReceiveSchedule = z.strictObject({ receive: z.boolean() });
export type ReceiveSchedule = z.infer<typeof ReceiveSchedule>;
