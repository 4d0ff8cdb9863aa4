import { z } from 'zod';
import { CalendarDate, Instant } from '../shared/common.js';

/** What a leaver's link carries. It goes into the body, so that no log keeps it. */
export const LeaverToken = z.strictObject({ token: z.string().min(20).max(100) });
export type LeaverToken = z.infer<typeof LeaverToken>;

/** What somebody who has left reads behind their link, without signing in: that it is theirs, and until when it works. */
export const LeaverRecord = z
  .object({
    name: z.string(),
    lastDay: CalendarDate,
    /** The last day on which the link works. */
    endsOn: CalendarDate,
    completions: z.number().int(),
  })
  .meta({ id: 'LeaverRecord' });
export type LeaverRecord = z.infer<typeof LeaverRecord>;

/** The link of somebody who has left, as the People Team sees it. */
export const LeaverLink = z
  .object({
    /** Null while any employment goes on. */
    lastDay: CalendarDate.nullable(),
    /** Whether one can be sent: they have left, not long ago, and there is an address to send it to. */
    maySend: z.boolean(),
    /** The newest. */
    link: z
      .object({
        sentTo: z.string(),
        sentAt: Instant,
        endsOn: CalendarDate,
        openedAt: Instant.nullable(),
        revokedAt: Instant.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'LeaverLink' });
export type LeaverLink = z.infer<typeof LeaverLink>;
