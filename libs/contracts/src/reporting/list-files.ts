import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery } from '../shared/common.js';

/**
 * What can be had as a file. `overdue` is the matrix line by line: who must act on what. `evidence` waits for a check, and
 * `evidence-sent` is what the reader sent; `requests` is what was asked of people, and `decisions` what waits for a second
 * person. `erasures` wait for a second person, and of whom one is due has `erasures-due`. `completed`, `given-up` and `answered-wrongly` are
 * who is behind those numbers of the overview. `session-bookings` are of one session, `my-sessions` the reader's own bookings. `audit-pack` is many files in one.
 */
export const ListName = z.enum([
  'matrix',
  'overdue',
  'people',
  'audit',
  'evidence',
  'evidence-sent',
  'requests',
  'decisions',
  'courses',
  'rules',
  'equivalences',
  'organisations',
  'crew',
  'team',
  'completed',
  'given-up',
  'answered-wrongly',
  'cards',
  'mails',
  'roles',
  'imports',
  'paths',
  'path-progress',
  'resources',
  'question-banks',
  'reviews',
  'problems',
  'audiences',
  'tasks',
  'to-assess',
  'recorded',
  'schemes',
  'duplicates',
  'merges',
  'schedules',
  'erasures',
  'erasures-decided',
  'erasures-due',
  'data-requests',
  'legal-holds',
  'anchors',
  'sessions',
  'session-bookings',
  'my-sessions',
  'audit-pack',
]);
export type ListName = z.infer<typeof ListName>;
export const ListFormat = z.enum(['csv', 'xlsx', 'pdf', 'zip']);
export type ListFormat = z.infer<typeof ListFormat>;

/** The list as it is shown: `filters` are those of its address. A pack is a ZIP, and nothing else is. */
export const AskListFile = z
  .strictObject({
    list: ListName,
    format: ListFormat,
    filters: z.record(z.string().max(40), z.string().max(8000)).default({}),
  })
  .refine(({ list, format }) => (list === 'audit-pack') === (format === 'zip'), {
    path: ['format'],
    message: 'This cannot be had in this format',
  });
export type AskListFile = z.infer<typeof AskListFile>;

/** A list that is made into a file, or was. Nobody but whose it is finds it. */
export const ListFileItem = z
  .object({
    id: Id,
    list: ListName,
    format: ListFormat,
    title: z.string(),
    /** How it was narrowed down, a line each. */
    narrowed: z.array(z.string()),
    askedAt: Instant,
    /** `ended`: its days are over, or somebody who may stand in it was erased. */
    state: z.enum(['waiting', 'making', 'ready', 'failed', 'ended']),
    /** Rows that are written (people, of a pack), of how many; null where only the end tells. */
    done: z.number().int(),
    total: z.number().int().nullable(),
    /** Why there is none. */
    refusal: z.string().nullable(),
    /** Bytes. */
    size: z.number().nullable(),
    /** Made by a schedule, and not asked for. */
    scheduled: z.boolean(),
    /** Until when it can be taken. */
    endsAt: Instant.nullable(),
  })
  .meta({ id: 'ListFileItem' });
export type ListFileItem = z.infer<typeof ListFileItem>;
export const ListFilePage = pageOf(ListFileItem).meta({ id: 'ListFilePage' });
export type ListFilePage = z.infer<typeof ListFilePage>;
export const ListFileQuery = PageQuery;
