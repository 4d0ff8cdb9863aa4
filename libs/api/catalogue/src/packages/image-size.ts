import type { StorageReader } from './storage-reader.js';

export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'gif';
export interface PictureSize {
  width: number;
  height: number;
}

/** How large a picture says it is; undefined when it ends before it says so. */
export async function imageSize(reader: StorageReader, format: PictureFormat): Promise<PictureSize | undefined> {
  if (format === 'jpeg') return jpegSize(reader);
  const head = await reader.read(0, 30);
  if (head.length < (format === 'webp' ? 30 : 24)) return undefined;
  if (format === 'png') return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  if (format === 'gif') return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
  return webpSize(head);
}

/** Lossy, lossless and extended files say it in different places (WebP container specification). */
function webpSize(head: Buffer): PictureSize | undefined {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}

/** Segments follow each other, each with its length, until the one that begins the frame (ITU T.81, B.2.2). */
async function jpegSize(reader: StorageReader): Promise<PictureSize | undefined> {
  let at = 2;
  for (let segments = 0; segments < 500; segments += 1) {
    const head = await reader.read(at, 9);
    if (head.length < 9 || head[0] !== 0xff) return undefined;
    const marker = head[1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { height: head.readUInt16BE(5), width: head.readUInt16BE(7) };
    // A marker may be led in by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(2);
  }
  return undefined;
}
