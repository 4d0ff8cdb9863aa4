import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery } from '../shared/common.js';
import { RoleName } from './persons.js';

/** In effect or ahead; those of these that end within 30 days; that were not used for 90; and what is over. */
export const GrantShow = z.enum(['live', 'ends-soon', 'unused', 'over']);
export type GrantShow = z.infer<typeof GrantShow>;

/** One role of one person, for whoever reviews who may do what. */
export const GrantItem = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  /** All their engagements are over: they cannot sign in, and the role would count again if they came back. */
  hasLeft: z.boolean(),
  role: RoleName,
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  startsOn: CalendarDate,
  endsOn: CalendarDate.nullable(),
  /** Null for the first administrator, and for what came with the demonstration. */
  givenByName: z.string().nullable(),
  givenAt: Instant,
  lastSignInAt: Instant.nullable(),
  status: z.enum(['planned', 'current', 'over']),
  endsSoon: z.boolean(),
  unused: z.boolean(),
  /** The same role is given already for the time after this one. */
  renewed: z.boolean(),
});
export type GrantItem = z.infer<typeof GrantItem>;

/** `counts`: how many there are of each, whatever the other filters. */
export const GrantPage = pageOf(GrantItem)
  .extend({ counts: z.object({ live: z.number(), endsSoon: z.number(), unused: z.number(), over: z.number() }) })
  .meta({ id: 'GrantPage' });
export type GrantPage = z.infer<typeof GrantPage>;

export const GrantQuery = PageQuery.extend({
  show: GrantShow.default('live'),
  by: z.enum(['role', 'person', 'organisation']).default('role'),
  role: RoleName.optional(),
  organisationId: Id.optional(),
  q: z.string().trim().max(100).optional(),
});
export type GrantQuery = z.infer<typeof GrantQuery>;

const ids = z
  .array(Id)
  .min(1)
  .max(100)
  .transform((all) => [...new Set(all)]);
/** Each goes on after its end until this day. */
export const RenewGrantsRequest = z.strictObject({ ids, endsOn: CalendarDate });
/** This is the last day of each; what has not begun by then never does. */
export const WithdrawGrantsRequest = z.strictObject({ ids, endsOn: CalendarDate });
export type ReviewedGrants = z.infer<typeof WithdrawGrantsRequest>;
