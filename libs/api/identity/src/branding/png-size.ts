import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

export interface PictureSize {
  width: number;
  height: number;
}

/**
 * How large a PNG is; undefined for what is none that everything can show: 8 bits a channel, RGB with or without alpha, not
 * interlaced, with every row there and nothing behind its end. `most`: neither side may have more pixels.
 */
export function pngSize(bytes: Buffer, most: number): PictureSize | undefined {
  if (bytes.length < 57 || !bytes.subarray(0, 8).equals(SIGNATURE)) return undefined;
  const chunks = chunksOf(bytes);
  const head = chunks?.[0];
  if (!chunks || head?.type !== 'IHDR' || head.data.length !== 13) return undefined;
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const [depth, colour, interlaced] = [head.data[8], head.data[9] ?? 0, head.data[12]];
  const channels = CHANNELS[colour];
  if (depth !== 8 || !channels || interlaced !== 0) return undefined;
  if (width < 1 || height < 1 || width > most || height > most) return undefined;
  const rows = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  return holdsBytes(rows, height * (1 + width * channels)) ? { width, height } : undefined;
}

/** The parts one after the other; undefined unless the last one ends the file. */
function chunksOf(bytes: Buffer): { type: string; data: Buffer }[] | undefined {
  const chunks: { type: string; data: Buffer }[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) return undefined;
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
    if (type === 'IEND') return at === bytes.length ? chunks : undefined;
  }
  return undefined;
}

function holdsBytes(rows: Buffer, expected: number): boolean {
  try {
    return inflateSync(rows, { maxOutputLength: expected + 1 }).length === expected;
  } catch {
    return false;
  }
}
