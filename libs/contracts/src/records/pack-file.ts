import { z } from 'zod';
import { Instant } from '../shared/common.js';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** `manifest.json` of an audit pack: what is in the ZIP beside it, and nothing else may be. */
export const PackManifest = z
  .object({
    manifest: z.object({
      format: z.literal('waymark-pack-v1'),
      /** When it was made. */
      at: Instant,
      /** The moment that it tells of: nothing that was recorded later counts in its tables. */
      knownAt: Instant,
      issuer: z.string(),
      publicKey: Hash,
      about: z.object({ kind: z.enum(['scheme', 'organisation', 'person']), id: z.string(), name: z.string() }),
      people: z.number().int(),
      /** Not whole: what an employer may see of its people, without their records. */
      seenBy: z.literal('employer').optional(),
      /** In the order of the ZIP. `size` in bytes, before it is packed. */
      files: z.array(z.object({ name: z.string(), size: z.number().int(), sha256: Hash })),
    }),
    /** Of `waymark-pack-v1`, a line feed and the canonical JSON (RFC 8785) of `manifest`, in base64. */
    signature: z.string(),
  })
  .meta({ id: 'PackManifest' });
export type PackManifest = z.infer<typeof PackManifest>;
