import { z } from 'zod';
import { Id, Instant, pageOf } from '../shared/common.js';

/** One mail of the log: waiting, sent, failed, or written to the data directory because no SMTP server is set. */
export const MailItem = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  state: z.enum(['waiting', 'sent', 'failed', 'kept']),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  error: z.string().nullable(),
});
export type MailItem = z.infer<typeof MailItem>;
export const MailPage = pageOf(MailItem).meta({ id: 'MailPage' });
export type MailPage = z.infer<typeof MailPage>;
/** Without its links where a mail server delivers it: they let in its reader and nobody else. */
export const Mail = MailItem.extend({ text: z.string() }).meta({ id: 'Mail' });
export type Mail = z.infer<typeof Mail>;
