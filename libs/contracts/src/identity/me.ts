import { z } from 'zod';
import { CalendarDate, Id, Instant } from '../shared/common.js';

/** Who is signed in, what they may do, and what stands between them and the first page. */
export const Me = z
  .object({
    personId: Id,
    name: z.string(),
    knownAs: z.string(),
    today: CalendarDate,
    permissions: z.array(z.string()),
    roles: z.array(z.object({ role: z.string(), organisationName: z.string().nullable() })),
    organisationName: z.string().nullable(),
    jobRole: z.string().nullable(),
    hasReports: z.boolean(),
    privacyNotice: z.object({ version: z.number().int(), accepted: z.boolean() }),
    mustChangePassword: z.boolean(),
    /** An administrator looks through this person's eyes: until when, unless they end it. */
    impersonation: z.object({ endsAt: Instant }).nullable(),
    /** What has to be done before anything else answers; its name is also the code of the refusals. */
    gate: z.enum(['choose-password', 'second-factor', 'set-up-second-factor']).nullable(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const PrivacyNotice = z
  .object({
    version: z.number().int(),
    title: z.string(),
    updatedOn: CalendarDate,
    paragraphs: z.array(z.object({ heading: z.string(), text: z.string() })),
  })
  .meta({ id: 'PrivacyNotice' });
export type PrivacyNotice = z.infer<typeof PrivacyNotice>;
export const AcceptPrivacyNoticeRequest = z.strictObject({ version: z.number().int().min(1) });

export const SessionItem = z.object({
  id: Id,
  current: z.boolean(),
  startedAt: Instant,
  lastUsedAt: Instant,
  device: z.string(),
});
export const Sessions = z.object({ items: z.array(SessionItem) }).meta({ id: 'Sessions' });
export type Sessions = z.infer<typeof Sessions>;
