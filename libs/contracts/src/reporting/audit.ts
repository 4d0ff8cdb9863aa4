import { z } from 'zod';
import { HistoryEntry } from '../people/persons.js';
import { CalendarDate, Id, Instant, pageOf, PageQuery } from '../shared/common.js';

const filters = {
  /** Days in Europe/London, both included. */
  from: CalendarDate.optional(),
  until: CalendarDate.optional(),
  /** What was acted on, as the first word of an action has it: `person`, `course-version`. */
  what: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  actorId: Id.optional(),
  targetId: Id.optional(),
  /** In the name of whoever did it, or of the person it was done to. */
  q: z.string().trim().max(100).optional(),
};

export const AuditFilter = z.strictObject(filters);
export type AuditFilter = z.infer<typeof AuditFilter>;
export const AuditQuery = PageQuery.extend(filters);
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Who did what. Nothing in it can be changed by anybody, administrators included. */
export const AuditItem = z.object({
  id: z.string(),
  at: Instant,
  /** Null where the system itself acted. */
  by: z.object({ id: Id, name: z.string() }).nullable(),
  /** What it was done to and what was done: `person.add`. */
  action: z.string(),
  /** Its name is null where it has none, or is not there any more. */
  target: z.object({ kind: z.string(), id: Id, name: z.string().nullable() }).nullable(),
  /** The network address it was asked from. */
  address: z.string().nullable(),
});
export type AuditItem = z.infer<typeof AuditItem>;
export const AuditPage = pageOf(AuditItem).meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof AuditPage>;

/** What a row was before and is since. */
export const AuditChange = z.object({
  /** As history calls it: `engagement`. */
  kind: z.string(),
  name: z.string().nullable(),
  change: HistoryEntry.shape.change,
  fields: HistoryEntry.shape.fields,
});
export type AuditChange = z.infer<typeof AuditChange>;

/** One entry with what was said of it and what changed by it. */
export const AuditEntry = AuditItem.extend({
  detail: z.array(z.object({ name: z.string(), value: z.string() })),
  changes: z.array(AuditChange),
}).meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The first words of all actions that there are. */
export const AuditChoices = z.object({ whats: z.array(z.string()) }).meta({ id: 'AuditChoices' });
export type AuditChoices = z.infer<typeof AuditChoices>;

export const AuditParams = z.strictObject({ id: z.string().regex(/^\d{1,18}$/) });
