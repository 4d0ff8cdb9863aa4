import { z } from 'zod';
import { CalendarDate, Id, pageOf, PageQuery } from '../shared/common.js';

export const ProgressState = z.enum(['not started', 'under way', 'overdue', 'done']);
export type ProgressState = z.infer<typeof ProgressState>;
export const PathProgressQuery = PageQuery.extend({
  state: ProgressState.optional(),
  q: z.string().trim().max(100).optional(),
  /** With the tiers below it. */
  organisationId: Id.optional(),
  schemeId: Id.optional(),
});
export type PathProgressQuery = z.infer<typeof PathProgressQuery>;
export const PathProgressItem = z.object({
  personId: Id,
  name: z.string(),
  organisationName: z.string(),
  startsOn: CalendarDate,
  done: z.number().int(),
  total: z.number().int(),
  overdue: z.number().int(),
  nextTitle: z.string().nullable(),
  nextDueOn: CalendarDate.nullable(),
  state: ProgressState,
});
export type PathProgressItem = z.infer<typeof PathProgressItem>;
export const PathProgress = pageOf(PathProgressItem)
  .extend({ title: z.string(), counts: z.record(ProgressState, z.number().int()) })
  .meta({ id: 'PathProgress' });
export type PathProgress = z.infer<typeof PathProgress>;
