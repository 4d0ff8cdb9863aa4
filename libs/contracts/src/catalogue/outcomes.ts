import { z } from 'zod';
import { Id, shortText } from '../shared/common.js';

/** What courses can serve, in the order in which people read it. */
export const OutcomeItem = z.object({
  id: Id,
  name: z.string(),
  /** Courses keep it, and no further one is given it. */
  retired: z.boolean(),
  courses: z.number().int(),
});
export type OutcomeItem = z.infer<typeof OutcomeItem>;
export const Outcomes = z.object({ version: z.number().int(), items: z.array(OutcomeItem) }).meta({ id: 'Outcomes' });
export type Outcomes = z.infer<typeof Outcomes>;

/** The whole list in its new order. Those without a number are new; every one that there is stays on it. */
export const SaveOutcomes = z.strictObject({
  items: z
    .array(z.strictObject({ id: Id.nullable().default(null), name: shortText(80), retired: z.boolean() }))
    .max(100),
});
export type SaveOutcomes = z.infer<typeof SaveOutcomes>;
