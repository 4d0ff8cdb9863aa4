import { z } from 'zod';
import { Id, Instant, shortText } from '../shared/common.js';

export const ImpersonateRequest = z.strictObject({ reason: shortText(400) });

/** Somebody of support saw what one sees. */
export const Impersonations = z
  .object({
    items: z.array(z.object({ id: Id, byName: z.string(), reason: z.string(), startedAt: Instant, endedAt: Instant })),
  })
  .meta({ id: 'Impersonations' });
export type Impersonations = z.infer<typeof Impersonations>;
