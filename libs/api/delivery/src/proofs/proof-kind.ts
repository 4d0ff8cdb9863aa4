export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';
export type ProofType = PictureType | 'application/pdf';

/** As many bytes as it takes to tell. */
export const HEAD_BYTES = 16;

const starts = (head: Buffer, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, i) => head[at + i] === byte);

/** What a file is by its first bytes, whatever it is called; undefined for everything that is not taken. */
export function proofTypeOf(head: Buffer): ProofType | undefined {
  if (starts(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts(head, [0x52, 0x49, 0x46, 0x46]) && starts(head, [0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  if (starts(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  return undefined;
}
