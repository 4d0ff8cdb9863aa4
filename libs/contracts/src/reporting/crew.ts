import { z } from 'zod';
import { CalendarDate, Id, pageOf, PageQuery } from '../shared/common.js';
import { Standing } from '../standing/today.js';
import { MatrixTeam } from './matrix.js';

/**
 * Only people with something overdue or expired (`late`), with a day that comes within the next 30 (`soon`), with evidence
 * that waits for its check (`waiting`), or whom nothing lets in yet (`outside`).
 */
export const CrewShow = z.enum(['late', 'soon', 'waiting', 'outside']);
export type CrewShow = z.infer<typeof CrewShow>;

const narrowed = { show: CrewShow.optional(), q: z.string().trim().max(100).optional() };
export const CrewQuery = PageQuery.extend(narrowed);
export type CrewQuery = z.infer<typeof CrewQuery>;
export const TeamQuery = CrewQuery.extend({ team: MatrixTeam.default('direct') });
export type TeamQuery = z.infer<typeof TeamQuery>;
export const TeamTotalsQuery = z.strictObject({ team: MatrixTeam.default('direct') });
export type TeamTotalsQuery = z.infer<typeof TeamTotalsQuery>;

/** Whether they have a password of their own, hold a card or a link that still lets in, or neither. */
export const CrewAccess = z.enum(['own', 'asked', 'none']);
export type CrewAccess = z.infer<typeof CrewAccess>;

/** Somebody who works today, how they stand, and what is owed next. */
export const CrewPerson = z.object({
  personId: Id,
  name: z.string(),
  jobRole: z.string(),
  organisationId: Id,
  /** The short one. */
  organisationName: z.string(),
  /** In a team: to whom they report; null in a crew. */
  lead: z.object({ personId: Id, name: z.string() }).nullable(),
  /** How many things are overdue or expired, and how many have a day within the next 30. */
  late: z.number().int(),
  soon: z.number().int(),
  /** Evidence that waits for its check. */
  waiting: z.number().int(),
  /** What to do first; null where nothing is owed. The day is by when, or until when it is valid. */
  next: z.object({ courseId: Id, title: z.string(), standing: Standing, day: CalendarDate.nullable() }).nullable(),
  access: CrewAccess,
  /** Whether mail reaches them; else a sign-in card lets them in. */
  hasMailbox: z.boolean(),
});
export type CrewPerson = z.infer<typeof CrewPerson>;
/** Those to act on first; a team goes by whom they report to. */
export const CrewPage = pageOf(CrewPerson).meta({ id: 'CrewPage' });
export type CrewPage = z.infer<typeof CrewPage>;

/** What the list adds up to, by the same standing as the matrix. */
export const CrewTotals = z
  .object({
    today: CalendarDate,
    /** The last day that is soon. */
    soonUntil: CalendarDate,
    people: z.number().int(),
    /** With nothing overdue or expired. */
    inOrder: z.number().int(),
    late: z.number().int(),
    soon: z.number().int(),
    waiting: z.number().int(),
    outside: z.number().int(),
    /** Engaged from a later day on; nobody of these is among the others. */
    starting: z.number().int(),
  })
  .meta({ id: 'CrewTotals' });
export type CrewTotals = z.infer<typeof CrewTotals>;

/** An organisation that somebody coordinates, or one below it. */
export const CrewOrganisation = z.object({
  id: Id,
  name: z.string(),
  /** How many tiers it lies below the one that is coordinated: 0 for that itself. */
  depth: z.number().int(),
});
export type CrewOrganisation = z.infer<typeof CrewOrganisation>;
/** Each with those below it after it. */
export const CrewOrganisations = z.object({ items: z.array(CrewOrganisation) }).meta({ id: 'CrewOrganisations' });
export type CrewOrganisations = z.infer<typeof CrewOrganisations>;
