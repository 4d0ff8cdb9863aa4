import { deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};

interface Drawn {
  colour?: number;
  depth?: number;
  interlaced?: number;
  rows?: Buffer;
}

/** A PNG of one colour; sums of its parts are left out, as nobody here reads them. */
export function pngOf(
  width: number,
  height: number,
  { colour = 6, depth = 8, interlaced = 0, rows }: Drawn = {},
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlaced], 8);
  const drawn = rows ?? Buffer.alloc(height * (1 + width * (colour === 6 ? 4 : 3)), 0x40);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(drawn)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
