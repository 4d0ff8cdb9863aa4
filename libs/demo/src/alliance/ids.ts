import { createHash } from 'node:crypto';

/** Makes the id of one thing from its kind and its key; the same words always give the same id. */
export type Ids = (kind: string, ...key: readonly (string | number)[]) => string;

/** RFC 9562, section 5.8: version 8 leaves the bits to us; ours are a SHA-256 of the seed, the kind and the key. */
export const idsOf =
  (seed: string | number): Ids =>
  (kind, ...key) => {
    const bytes = createHash('sha256')
      .update([seed, kind, ...key].join('\u0000'))
      .digest();
    bytes[6] = (bytes[6]! & 0x0f) | 0x80;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex', 0, 16);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
