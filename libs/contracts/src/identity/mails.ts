import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery } from '../shared/common.js';

/** One mail of the log: waiting, sent, failed, or written to the data directory because no SMTP server is set. */
export const MailItem = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  state: z.enum(['waiting', 'sent', 'failed', 'kept']),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  error: z.string().nullable(),
  /**
   * Why it is not tried again by itself. `refused`: the server will not take it; `address`: it
   * knows no such address; `late`: it was for a day that is over, or its
   * reader is not at work any more; `unsure`: whoever handed it over stopped on the way, so it may have arrived.
   */
  endedWhy: z.enum(['refused', 'address', 'late', 'unsure']).nullable(),
  /** By hand. */
  canBeSentAgain: z.boolean(),
});
export type MailItem = z.infer<typeof MailItem>;
/** `failed`: how many of the last thirty days could not be sent and have somebody to look at; those whose day is over have not. */
export const MailPage = pageOf(MailItem).extend({ failed: z.number().int() }).meta({ id: 'MailPage' });
export type MailPage = z.infer<typeof MailPage>;
export const MailQuery = PageQuery.extend({ show: z.enum(['all', 'failed', 'late']).default('all') });
export type MailQuery = z.infer<typeof MailQuery>;
/** Without its links where a mail server delivers it: they let in its reader and nobody else. */
export const Mail = MailItem.extend({
  text: z.string(),
  /** Whom it is for, if it is somebody. */ personId: Id.nullable(),
}).meta({ id: 'Mail' });
export type Mail = z.infer<typeof Mail>;
