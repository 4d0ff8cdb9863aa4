import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

/** A person's whole data as one file. `ended`: its seven days are over and the file is gone. */
export const DataRequest = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    askedByName: z.string(),
    /** Asked for by the person themself. */
    own: z.boolean(),
    reason: z.string(),
    askedAt: Instant,
    state: z.enum(['waiting', 'making', 'ready', 'failed', 'ended']),
    /** 0 to 100. */
    progress: z.number().int(),
    /** Bytes; null before and after it is there. */
    size: z.number().int().nullable(),
    endsAt: Instant.nullable(),
    /** The reader asked for it and may take the file. */
    mine: z.boolean(),
  })
  .meta({ id: 'DataRequest' });
export type DataRequest = z.infer<typeof DataRequest>;
export const DataRequestPage = pageOf(DataRequest).meta({ id: 'DataRequestPage' });
export type DataRequestPage = z.infer<typeof DataRequestPage>;
export const DataRequestQuery = PageQuery.extend({ personId: Id.optional() });
export type DataRequestQuery = z.infer<typeof DataRequestQuery>;
export const AskForData = z.strictObject({ reason: shortText(500) });
export type AskForData = z.infer<typeof AskForData>;
