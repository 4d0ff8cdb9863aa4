import { z } from 'zod';
import { CalendarDate, Instant } from '../shared/common.js';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A person's whole chain as a file: everything that is needed to verify it without asking anybody. */
export const RecordFile = z
  .object({
    record: z.object({
      format: z.literal('waymark-record-v1'),
      at: Instant,
      issuer: z.string(),
      publicKey: Hash,
      person: z.object({ id: z.string(), name: z.string() }),
      /** In the order of `seq`. `private` are the values that have not been erased, with the salts of their commitments. */
      entries: z.array(
        z.object({
          seq: z.number().int().min(1),
          body: z.string(),
          hash: Hash,
          private: z.array(z.object({ field: z.string(), salt: z.string(), value: z.string() })),
        }),
      ),
      /** What the ids in the entries mean, and what certificates there are: for reading along. */
      courses: z.array(z.object({ id: z.string(), code: z.string(), title: z.string() })),
      certificates: z.array(
        z.object({
          seq: z.number().int(),
          code: z.string(),
          completedOn: CalendarDate,
          validUntil: CalendarDate.nullable(),
        }),
      ),
    }),
    /** Of `waymark-record-v1`, a line feed and the canonical JSON (RFC 8785) of `record`, in base64. */
    signature: z.string(),
  })
  .meta({ id: 'RecordFile' });
export type RecordFile = z.infer<typeof RecordFile>;
