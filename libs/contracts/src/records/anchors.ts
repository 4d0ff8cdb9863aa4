import { z } from 'zod';
import { CalendarDate, Instant } from '../shared/common.js';

/** The key with which anchors and records are signed: Ed25519, the 32 bytes of the public half as 64 small hex digits. */
export const SigningKey = z
  .object({ algorithm: z.literal('Ed25519'), publicKey: z.string(), pem: z.string() })
  .meta({ id: 'SigningKey' });
export type SigningKey = z.infer<typeof SigningKey>;

export const AnchorParams = z.strictObject({ day: CalendarDate });

/** Files that say where every chain ended on a day, newest first. */
export const AnchorList = z
  .object({
    items: z.array(
      z.object({
        day: CalendarDate,
        at: Instant,
        people: z.number().int(),
        entries: z.number().int(),
        sha256: z.string(),
        size: z.number().int(),
        /** With which key it is signed; null where only the file says it. */
        publicKey: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'AnchorList' });
export type AnchorList = z.infer<typeof AnchorList>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** An anchor file has one JSON text a line: this one first, then a line a person, and its seal last. */
export const AnchorHead = z.object({
  format: z.literal('waymark-anchor-v1'),
  at: Instant,
  issuer: z.string(),
  publicKey: Hash,
});
export type AnchorHead = z.infer<typeof AnchorHead>;
export const AnchorLine = z.object({
  person: z.string(),
  seq: z.number().int().min(1),
  hash: Hash,
  hashes: z.array(Hash),
});
/** `sha256` of all bytes of the lines before; `signature` of `waymark-anchor-v1`, a line feed and that hash, in base64. */
export const AnchorSeal = z.object({
  people: z.number().int(),
  entries: z.number().int(),
  sha256: Hash,
  signature: z.string(),
});
export type AnchorSeal = z.infer<typeof AnchorSeal>;
