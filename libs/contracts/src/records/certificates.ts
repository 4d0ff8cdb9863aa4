import { z } from 'zod';
import { CalendarDate } from '../shared/common.js';

export const CertificateState = z.enum(['valid', 'expired', 'revoked']);
export type CertificateState = z.infer<typeof CertificateState>;

export const CertificateParams = z.strictObject({ code: z.string().min(1).max(60) });

/** What anybody who has the serial may know, and nothing more. */
export const PublicCertificate = z
  .object({
    code: z.string(),
    state: CertificateState,
    /** The day for which the state is said. */
    checkedOn: CalendarDate,
    /** Null when the holder asked to be forgotten. */
    holderName: z.string().nullable(),
    courseTitle: z.string(),
    completedOn: CalendarDate,
    /** The last day on which it counts; null is for life. */
    validUntil: CalendarDate.nullable(),
    /** A later certificate of the same holder and course. */
    renewed: z.object({ code: z.string(), on: CalendarDate }).nullable(),
  })
  .meta({ id: 'PublicCertificate' });
export type PublicCertificate = z.infer<typeof PublicCertificate>;
